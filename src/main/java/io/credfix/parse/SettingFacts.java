package io.credfix.parse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What command lines, environment variables and configuration files in a text set: profile,
/// Region, session token, bucket, cluster.
final class SettingFacts implements FactFinder {
  /// What botocore, Terraform and boto say of a Region that they refuse, however it is written.
  private static final List<String> REFUSED_REGIONS =
      List.of(
          "Provided region_name ",
          "Invalid AWS Region: ",
          "invalid AWS Region: ",
          "Not a valid region: ",
          "Region not accepted: region=");

  private static final int MOST = 20;

  private static final Set<String> PROFILES = Set.of("awsprofile", "awsdefaultprofile", "awsvault");

  private static final Set<String> REGIONS =
      Set.of(
          "awsregion",
          "awsdefaultregion",
          "region",
          "regionname",
          "ssoregion",
          "defaultregionname");

  private static final Set<String> NOT_NAMES =
      Set.of(
          "the", "with", "is", "not", "has", "for", "name", "in", "to", "and", "was", "profile",
          "but");

  @Override
  public void find(ReadableText text, Facts.Builder facts) {
    options(text, facts);
    sentences(text, facts);
    regions(text, facts);
    members(text, facts);
    buckets(text, facts);
    account(text, facts);
    token(text, facts);
  }

  private static void options(ReadableText text, Facts.Builder facts) {
    option(text, "--profile", Fact.PROFILE, facts);
    option(text, "--aws-profile", Fact.PROFILE, facts);
    option(text, "--region", Fact.REGION, facts);
    option(text, "--cluster-name", Fact.CLUSTER, facts);
    option(text, "--cluster", Fact.CLUSTER, facts);
    option(text, "--bucket", Fact.BUCKET, facts);
    option(text, "--repository-name", Fact.REPOSITORY, facts);
    option(text, "update-kubeconfig --name", Fact.CLUSTER, facts);
    option(text, "--serial-number", Fact.MFA_SERIAL, facts);
    option(text, "-ProfileName", Fact.PROFILE, facts);
  }

  private static void option(ReadableText text, String option, Fact fact, Facts.Builder facts) {
    int at = text.find(option);
    for (int count = 0; at >= 0 && count < MOST; count++) {
      int start = at + option.length();
      char next = text.charAt(start);
      if (next == ' ' || next == '=') {
        add(facts, fact, name(text, start + 1));
      }
      at = text.find(option, start);
    }
  }

  /// The name at a place, quotes left out; empty when what stands there is none.
  private static String name(ReadableText text, int from) {
    int start = from;
    while (start < from + 4
        && text.charAt(start) != 0
        && " \"'(`".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < start + 100
        && (Characters.isAlphanumeric(text.charAt(end))
            || text.charAt(end) != 0 && "._@+/:-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    String name = text.text().substring(start, end);
    while (name.endsWith(".") || name.endsWith(":")) {
      name = name.substring(0, name.length() - 1);
    }
    return name;
  }

  private static void add(Facts.Builder facts, Fact fact, String value) {
    boolean valid =
        !value.isEmpty()
            && Characters.isAlphanumeric(value.charAt(0))
            && !NOT_NAMES.contains(value)
            && switch (fact) {
              case REGION -> RegionNames.isSetting(value);
              case MFA_SERIAL -> value.startsWith("arn:") || value.length() <= 30;
              case BUCKET ->
                  value.indexOf('/') < 0 && value.indexOf(':') < 0 && value.length() >= 3;
              case PROFILE -> value.length() <= 64 && value.indexOf(':') < 0;
              default -> value.indexOf(':') < 0;
            };
    if (valid) {
      facts.add(fact, value);
    }
  }

  /// Sentences that name a profile.
  private static void sentences(ReadableText text, Facts.Builder facts) {
    for (String opening :
        List.of(
            "The config profile (",
            "config profile, ",
            "profile: \"",
            "profile named ",
            "profile \"",
            "profile '",
            "Profile: ",
            "for profile: ",
            "for profile ",
            "profile [",
            "[profile ",
            "the profile ",
            "The profile \"",
            "AWS profile ",
            "properties in the '",
            "assumed roles in the '")) {
      int at = text.find(opening);
      for (int count = 0; at >= 0 && count < 3; count++) {
        add(facts, Fact.PROFILE, name(text, at + opening.length()));
        at = text.find(opening, at + opening.length());
      }
    }
  }

  /// Running text: `Region il-central-1 is not enabled`, `in the region us-east-1`.
  private static void regions(ReadableText text, Facts.Builder facts) {
    for (String opening :
        List.of("region ", "Region ", "region: ", "Region: ", "region '", "region_name ")) {
      int at = text.find(opening);
      for (int count = 0; at >= 0 && count < 5; count++) {
        String name = name(text, at + opening.length());
        if (RegionNames.looksLikeRegion(name)) {
          add(facts, Fact.REGION, name);
        }
        at = text.find(opening, at + opening.length());
      }
    }
    for (String opening : REFUSED_REGIONS) {
      int at = text.find(opening);
      if (at >= 0) {
        add(facts, Fact.REGION, name(text, at + opening.length()));
      }
    }
  }

  private static void members(ReadableText text, Facts.Builder facts) {
    int count = 0;
    for (Member member : text.members()) {
      if (count > 4 * MOST) {
        return;
      }
      @Nullable Fact fact = fact(member.key());
      if (fact != null) {
        String value = member.value();
        // The serial number of a device, not its ARN.
        add(facts, fact, fact == Fact.MFA_SERIAL && value.startsWith("arn:") ? "" : value);
        count++;
      }
    }
    scopes(text, facts);
  }

  /// What a member of that key sets; null: nothing that is looked for.
  private static @Nullable Fact fact(String key) {
    if (PROFILES.contains(key)) {
      return Fact.PROFILE;
    }
    if (REGIONS.contains(key)) {
      return Fact.REGION;
    }
    return switch (key) {
      case "mfaserial", "serialnumber" -> Fact.MFA_SERIAL;
      case "clustername", "ekscluster" -> Fact.CLUSTER;
      case "bucket", "bucketname" -> Fact.BUCKET;
      default -> null;
    };
  }

  /// The Region of a credential scope: `/20210605/us-west-2/execute-api/aws4_request`.
  private static void scopes(ReadableText text, Facts.Builder facts) {
    int at = text.findDense("/aws4_request");
    for (int count = 0; at >= 0 && count < 5; count++) {
      int service = text.dense().lastIndexOf('/', at - 1);
      int region = service < 0 ? -1 : text.dense().lastIndexOf('/', service - 1);
      if (region >= 0 && at - region < 80) {
        String value = text.dense().substring(region + 1, service);
        if (RegionNames.isSetting(value) && !value.equals("REGION")) {
          facts.add(Fact.REGION, value);
        }
      }
      at = text.findDense("/aws4_request", at + 1);
    }
  }

  private static void buckets(ReadableText text, Facts.Builder facts) {
    for (String opening : List.of("S3 bucket \"", "S3 bucket '", "S3 Bucket (", "the bucket \"")) {
      int named = text.find(opening);
      if (named >= 0) {
        add(facts, Fact.BUCKET, name(text, named + opening.length()));
      }
    }
    for (String scheme : List.of("s3://", "s3a://", "s3n://")) {
      int at = text.find(scheme);
      for (int count = 0; at >= 0 && count < 5; count++) {
        String name = name(text, at + scheme.length());
        int slash = name.indexOf('/');
        add(facts, Fact.BUCKET, slash < 0 ? name : name.substring(0, slash));
        at = text.find(scheme, at + 1);
      }
    }
    int at = text.findDense("<BucketName>");
    if (at >= 0) {
      add(facts, Fact.BUCKET, text.denseUntil(at + 12, "<", 64));
    }
  }

  /// `STS is not activated in this region for account:111122223333`.
  private static void account(ReadableText text, Facts.Builder facts) {
    int at = text.find("for account:");
    if (at >= 0) {
      String name = name(text, at + "for account:".length());
      if (name.length() == 12 && Characters.isNumber(name)) {
        facts.add(Fact.ACCOUNT, name);
      }
    }
  }

  private static void token(ReadableText text, Facts.Builder facts) {
    String dense = text.dense();
    boolean sent = text.findDense("[sessiontokenremoved") >= 0;
    boolean empty = false;
    boolean key = false;
    boolean secret = false;
    for (Member member : text.members()) {
      switch (member.key()) {
        case "awssessiontoken", "sessiontoken", "awssecuritytoken", "xamzsecuritytoken" -> {
          boolean none =
              member.value().isEmpty()
                  || member.value().equals("null")
                  || member.value().equals("None")
                  || member.value().equals("nil")
                  || member.value().equals("undefined");
          sent |= !none;
          empty |= none;
        }
        case "awsaccesskeyid", "accesskeyid", "awsaccesskey" -> key = true;
        case "awssecretaccesskey", "secretaccesskey", "awssecretkey" -> secret = true;
        default -> {}
      }
    }
    int signed = text.findDense("SignedHeaders=");
    if (signed >= 0) {
      String headers = text.denseUntil(signed + 14, ",&'\"", 400);
      boolean presigned = dense.startsWith("X-Amz-", Math.max(0, signed - 6));
      sent |= headers.contains("x-amz-security-token");
      empty |=
          !presigned && headers.contains("x-amz-date") && !headers.contains("x-amz-security-token");
    }
    if (sent) {
      facts.add(Fact.SESSION_TOKEN, "sent");
    } else if (empty || key && secret) {
      facts.add(Fact.SESSION_TOKEN, "none");
    }
  }
}
