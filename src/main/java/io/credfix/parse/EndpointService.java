package io.credfix.parse;

import org.jspecify.annotations.Nullable;

/// The service that a text's endpoints and credential scopes name.
final class EndpointService {
  private EndpointService() {}

  /// The service; null when the text names none or several.
  static @Nullable String read(ReadableText text, Facts facts) {
    @Nullable String found = scope(text);
    for (String host : facts.all(Fact.HOST)) {
      @Nullable String service = ofHost(host);
      if (service != null && found != null && !service.equals(found)) {
        return null;
      }
      found = service != null ? service : found;
    }
    return found;
  }

  /// `/20210605/us-west-2/execute-api/aws4_request`.
  private static @Nullable String scope(ReadableText text) {
    int at = text.findDense("/aws4_request");
    int slash = at < 0 ? -1 : text.dense().lastIndexOf('/', at - 1);
    return slash >= 0 && at - slash < 40
        ? ServiceNames.of(text.dense().substring(slash + 1, at))
        : null;
  }

  private static @Nullable String ofHost(String written) {
    int colon = written.indexOf(':');
    String host = colon < 0 ? written : written.substring(0, colon);
    int end = host.indexOf(".amazonaws.com");
    if (end < 0) {
      return null;
    }
    String[] labels = host.substring(0, end).split("\\.", 20);
    int last = labels.length - 1;
    if (last > 0 && RegionNames.looksLikeRegion(labels[last])) {
      last--;
    }
    if (last > 0 && labels[last].equals("dualstack")) {
      last--;
    }
    String label = labels[last];
    if (label.endsWith("-fips")) {
      label = label.substring(0, label.length() - 5);
    }
    if (label.startsWith("s3-")) {
      return "s3";
    }
    return switch (label) {
      case "queue" -> "sqs";
      case "oidc" -> "sso-oidc";
      case "portal" -> "sso";
      case "git-codecommit" -> "codecommit";
      case "dkr", "ecr" -> "ecr";
      case "monitoring" -> "cloudwatch";
      case "email" -> "ses";
      case "githubusercontent" -> null;
      default ->
          label.equals("console") || RegionNames.looksLikeRegion(label)
              ? null
              : ServiceNames.of(label);
    };
  }
}
