package io.credfix.parse;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From the many spellings of a service (`Amazon S3`, `AWSSecurityTokenService`, `SSO OIDC`) to its
/// signing or SDK name.
final class ServiceNames {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("securitytokenservice", "sts"),
          Map.entry("securitytoken", "sts"),
          Map.entry("identitymanagement", "iam"),
          Map.entry("identitymanagementservice", "iam"),
          Map.entry("simplestorageservice", "s3"),
          Map.entry("ssooidc", "sso-oidc"),
          Map.entry("ec2imds", "imds"),
          Map.entry("ec2metadata", "imds"),
          Map.entry("dynamodbv2", "dynamodb"),
          Map.entry("keymanagementservice", "kms"),
          Map.entry("simplesystemsmanagement", "ssm"),
          Map.entry("systemsmanager", "ssm"),
          Map.entry("simplequeueservice", "sqs"),
          Map.entry("simplenotificationservice", "sns"),
          Map.entry("simpleemail", "ses"),
          Map.entry("simpleemailservice", "ses"),
          Map.entry("elasticcomputecloud", "ec2"),
          Map.entry("ec2containerregistry", "ecr"),
          Map.entry("elasticcontainerregistry", "ecr"),
          Map.entry("elasticcontainerservice", "ecs"),
          Map.entry("elastickubernetesservice", "eks"),
          Map.entry("eksauth", "eks-auth"),
          Map.entry("cloudwatchlogs", "logs"),
          Map.entry("bedrockruntime", "bedrock-runtime"),
          Map.entry("cognitoidentity", "cognito-identity"),
          Map.entry("cognitoidentityprovider", "cognito-idp"),
          Map.entry("cognitosync", "cognito-sync"),
          Map.entry("elasticloadbalancing", "elasticloadbalancing"),
          Map.entry("elasticloadbalancingv2", "elasticloadbalancing"),
          Map.entry("relationaldatabaseservice", "rds"),
          Map.entry("s3control", "s3"),
          Map.entry("lambda", "lambda"));

  private ServiceNames() {}

  /// The service's name; null when the text is no name.
  static @Nullable String of(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String lower = written.strip().toLowerCase(Locale.ROOT);
    boolean hyphenated = lower.indexOf('-') >= 0;
    String joined = lower.replace(" ", "");
    if (!joined.equals("awslambda") || !hyphenated) {
      joined = withoutPrefix(joined, "amazon");
      joined = withoutPrefix(joined, "aws");
    }
    String known = NAMES.get(joined.replace("-", ""));
    if (known != null) {
      return known;
    }
    boolean name =
        joined.length() >= 2
            && joined.length() <= 40
            && Characters.isLetter(joined.charAt(0))
            && Characters.consistsOf(joined, "-");
    return name ? joined : null;
  }

  private static String withoutPrefix(String name, String prefix) {
    return name.startsWith(prefix) && name.length() > prefix.length() + 1
        ? name.substring(prefix.length())
        : name;
  }

  /// The service of an exception's namespace: `com.amazonaws.services.s3.model`,
  /// `software.amazon.awssdk.services.sts`, `Amazon.S3.Model`, `Aws::S3::Errors`,
  /// `Aws\S3\Exception`.
  static @Nullable String ofNamespace(String qualifier) {
    String path = qualifier.replace("::", ".").replace('\\', '.').replace('$', '.');
    String[] pieces = path.split("\\.", 12);
    for (int i = 0; i + 1 < pieces.length; i++) {
      boolean next =
          pieces[i].equals("services")
              || (pieces[i].equals("Amazon") && !pieces[i + 1].equals("Runtime"))
              || (pieces[i].equals("Aws")
                  && pieces.length > i + 2
                  && !pieces[i + 1].equals("Errors")
                  && !pieces[i + 1].equals("Sigv4")
                  && !pieces[i + 1].equals("Exception"));
      if (next) {
        return of(pieces[i + 1]);
      }
    }
    return null;
  }
}
