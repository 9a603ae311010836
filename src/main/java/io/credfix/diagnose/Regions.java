package io.credfix.diagnose;

import java.util.Set;

/// The AWS Regions and their classes. Source: AWS Account Management Reference Guide, "Enable or
/// disable AWS Regions"; the partitions file of the AWS SDKs (November 2026).
final class Regions {
  private static final Set<String> DEFAULT =
      Set.of(
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ap-south-1",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eu-north-1",
          "sa-east-1");
  private static final Set<String> OPT_IN =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-1",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "mx-central-1");
  private static final Set<String> OTHER =
      Set.of(
          "cn-north-1",
          "cn-northwest-1",
          "us-gov-east-1",
          "us-gov-west-1",
          "us-iso-east-1",
          "us-iso-west-1",
          "us-isob-east-1",
          "us-isob-west-1",
          "us-isof-east-1",
          "us-isof-south-1",
          "eu-isoe-west-1",
          "eusc-de-east-1",
          "aws-global",
          "aws-cn-global",
          "aws-us-gov-global",
          "global");

  private Regions() {}

  /// `opt-in`, `china`, `govcloud`, `iso`, `zone`, `unknown`, or `default` for one that every
  /// account has.
  static String classOf(String region) {
    if (OPT_IN.contains(region)) {
      return "opt-in";
    }
    if (DEFAULT.contains(region)) {
      return "default";
    }
    if (OTHER.contains(region)) {
      if (region.startsWith("cn-")) {
        return "china";
      }
      if (region.startsWith("us-gov-")) {
        return "govcloud";
      }
      return region.contains("-iso") ? "iso" : "default";
    }
    return isZone(region) ? "zone" : "unknown";
  }

  /// The partition of a Region, `aws` for one that is not known.
  static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    if (region.startsWith("eusc-")) {
      return "aws-eusc";
    }
    return region.contains("-iso") ? "aws-iso" : "aws";
  }

  /// An availability zone: a Region's name with one letter behind it.
  private static boolean isZone(String name) {
    if (name.length() < 2) {
      return false;
    }
    String region = name.substring(0, name.length() - 1);
    char last = name.charAt(name.length() - 1);
    return last >= 'a' && last <= 'f' && (DEFAULT.contains(region) || OPT_IN.contains(region));
  }
}
