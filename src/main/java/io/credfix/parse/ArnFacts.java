package io.credfix.parse;

/// What the ARNs of a text say: accounts, Regions, roles, keys, buckets, clusters, MFA devices.
final class ArnFacts implements FactFinder {
  private static final int MOST = 60;

  @Override
  public void find(ReadableText text, Facts.Builder facts) {
    int count = 0;
    for (ArnToken arn : ArnToken.all(text)) {
      if (arn.isPlain() && count++ < MOST) {
        facts.add(Fact.ARN, arn.value());
        add(text, arn, facts);
      }
    }
  }

  private static void add(ReadableText text, ArnToken arn, Facts.Builder facts) {
    if (!arn.account().isEmpty()) {
      facts.add(Fact.ACCOUNT, arn.account());
    }
    if (RegionNames.looksLikeRegion(arn.region())) {
      facts.add(Fact.REGION, arn.region());
    }
    String resource = arn.resource();
    int slash = resource.indexOf('/');
    String name = resource.substring(slash + 1);
    switch (arn.service()) {
      case "kms" -> {
        if (resource.startsWith("key/")) {
          facts.add(Fact.KMS_KEY, arn.value());
        }
      }
      case "s3" -> bucket(slash < 0 ? resource : resource.substring(0, slash), facts);
      case "eks" -> {
        if (resource.startsWith("cluster/") && isName(name, "-_")) {
          facts.add(Fact.CLUSTER, name);
        }
      }
      case "ecr" -> {
        if (resource.startsWith("repository/") && isName(name, "._-/")) {
          facts.add(Fact.REPOSITORY, name);
        }
      }
      case "iam" -> {
        if (resource.startsWith("mfa/") || resource.startsWith("u2f/")) {
          facts.add(Fact.MFA_SERIAL, arn.value());
        } else if (resource.startsWith("role/") && isTarget(text, arn)) {
          facts.add(Fact.TARGET_ROLE, arn.value());
        }
      }
      case "sts" -> {
        if (resource.startsWith("assumed-role/") && isCaller(text, arn)) {
          facts.add(Fact.PRINCIPAL, arn.value());
        }
      }
      default -> {}
    }
  }

  /// An ARN that a text cuts short ends behind the slash.
  private static boolean isName(String name, String others) {
    return !name.isEmpty()
        && Characters.isAlphanumeric(name.charAt(0))
        && Characters.consistsOf(name, others);
  }

  static void bucket(String name, Facts.Builder facts) {
    boolean valid =
        name.length() >= 3
            && name.length() <= 63
            && Characters.consistsOf(name, ".-_")
            && Characters.isAlphanumeric(name.charAt(0));
    if (valid) {
      facts.add(Fact.BUCKET, name);
    }
  }

  /// A role that the text says is to be assumed or passed.
  private static boolean isTarget(ReadableText text, ArnToken arn) {
    int from = Math.max(0, arn.start() - 60);
    String before = text.text().substring(from, arn.start()).toLowerCase(java.util.Locale.ROOT);
    int line = before.lastIndexOf('\n');
    String near = line < 0 ? before : before.substring(line + 1);
    boolean named =
        near.contains("role_arn")
            || near.contains("role-arn")
            || near.contains("rolearn")
            || near.contains("role-to-assume")
            || near.contains("role:")
            || near.contains("role ")
            || near.contains("role \"")
            || near.contains("assum")
            || near.contains("on resource")
            || near.contains("passrole")
            || before.contains("on resource:");
    return named && !near.contains("user:");
  }

  /// An assumed role that the text shows as the caller: `get-caller-identity`'s answer.
  private static boolean isCaller(ReadableText text, ArnToken arn) {
    int from = Math.max(0, arn.start() - 12);
    String before = text.text().substring(from, arn.start());
    return before.contains("\"Arn\"") || before.contains("\"arn\"");
  }
}
