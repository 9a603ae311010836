package io.credfix.parse;

import java.util.List;

/// Issuer, audience and subject of an OIDC token, as messages and decoded tokens show them.
final class FederationFacts implements FactFinder {
  private static final List<String> ISSUERS =
      List.of(
          "token.actions.githubusercontent.com",
          "oidc.eks.",
          "gitlab.com",
          "api.bitbucket.org/2.0/workspaces",
          "oidc.circleci.com",
          "app.terraform.io",
          "accounts.google.com",
          "oidc.vercel.com",
          "agent.buildkite.com",
          "oidc.fly.io");

  @Override
  public void find(ReadableText text, Facts.Builder facts) {
    provider(text, facts);
    for (Member member : text.members()) {
      switch (member.key()) {
        case "iss", "issuer", "issuerurl" -> issuer(member.value(), facts);
        case "aud", "audience", "clientid" -> {
          if (isClaim(member.value()) && !member.key().equals("clientid")) {
            facts.add(Fact.AUDIENCE, member.value());
          }
        }
        case "sub", "subject" -> {
          if (isClaim(member.value()) && member.value().indexOf(':') > 0) {
            facts.add(Fact.SUBJECT, member.value());
          }
        }
        default -> {}
      }
    }
    for (String known : ISSUERS) {
      int at = text.find(known);
      if (at >= 0) {
        issuer(token(text, at), facts);
      }
    }
    serviceAccount(text, facts);
  }

  /// `No OpenIDConnect provider found in your account for https://…`.
  private static void provider(ReadableText text, Facts.Builder facts) {
    for (String phrase : List.of("inyouraccountfor", "oidc-provider/")) {
      int at = text.findDense(phrase);
      if (at >= 0) {
        issuer(token(text, text.inText(at + phrase.length())), facts);
      }
    }
  }

  private static void serviceAccount(ReadableText text, Facts.Builder facts) {
    int at = text.find("system:serviceaccount:");
    if (at >= 0) {
      String subject = token(text, at);
      if (isClaim(subject)) {
        facts.add(Fact.SUBJECT, subject);
      }
    }
  }

  private static String token(ReadableText text, int from) {
    int end = from;
    while (end < from + 250
        && (Characters.isAlphanumeric(text.charAt(end))
            || text.charAt(end) != 0 && "._/:@-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    String token = text.text().substring(from, Math.min(end, text.text().length()));
    while (token.endsWith(".") || token.endsWith(":") || token.endsWith("/")) {
      token = token.substring(0, token.length() - 1);
    }
    return token;
  }

  private static void issuer(String written, Facts.Builder facts) {
    String url = written.startsWith("https://") ? written : "https://" + written;
    String rest = url.substring("https://".length());
    boolean valid =
        rest.length() >= 4
            && rest.length() <= 200
            && rest.indexOf('.') > 0
            && Characters.isAlphanumeric(rest.charAt(0))
            && Characters.consistsOf(rest, "._/:-");
    if (valid) {
      facts.add(Fact.ISSUER, url);
    }
  }

  private static boolean isClaim(String value) {
    return value.length() >= 2
        && value.length() <= 250
        && Characters.isAlphanumeric(value.charAt(0))
        && Characters.consistsOf(value, "._/:@*-");
  }
}
