package io.credfix.diagnose;

import java.util.Set;

/// What a host's name says about who answers there.
final class Hosts {
  private static final Set<String> LOCAL =
      Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0.0.0.0", "host.docker.internal");
  private static final String[] EMULATORS = {
    "localstack",
    "moto",
    "minio",
    "dynamodb-local",
    "elasticmq",
    "ministack",
    "floci",
    "ceph",
    "localhost.localstack.cloud"
  };
  private static final String[] S3_COMPATIBLE = {
    ".digitaloceanspaces.com",
    ".backblazeb2.com",
    ".wasabisys.com",
    ".r2.cloudflarestorage.com",
    ".linodeobjects.com",
    ".scw.cloud",
    "storage.googleapis.com",
    ".oraclecloud.com",
    ".aliyuncs.com",
    ".cloud.ovh.net",
    ".your-objectstorage.com",
    ".exo.io",
    ".dream.io",
    ".storjshare.io",
    ".idrivee2.com",
    ".vultrobjects.com",
    ".storage.yandexcloud.net",
    "storage.yandexcloud.net",
    ".supabase.co",
    ".tigris.dev",
    ".filebase.com"
  };

  /// What AWS runs under other names, and names inside its networks.
  private static final String[] NEAR = {
    ".internal",
    ".local",
    ".cloudfront.net",
    ".on.aws",
    ".amazoncognito.com",
    ".amplifyapp.com",
    ".elasticbeanstalk.com",
    ".awsapprunner.com",
    ".aws.dev",
    "aws.amazon.com",
    ".ecr.aws"
  };

  private Hosts() {}

  /// `aws`, `localhost`, `emulator`, `s3-compatible`, `metadata`, `container`, `foreign` for a name
  /// that has nothing to do with any of them, or empty for literal addresses and names that AWS may
  /// run.
  static String kindOf(String host) {
    String name = withoutPort(host);
    if (name.equals("169.254.169.254") || name.equals("fd00:ec2::254")) {
      return "metadata";
    }
    if (name.equals("169.254.170.2")
        || name.equals("169.254.170.23")
        || name.equals("fd00:ec2::23")) {
      return "container";
    }
    // A bucket may be called minio; its host is AWS's all the same.
    if (isAws(name)) {
      return "aws";
    }
    for (String emulator : EMULATORS) {
      if (name.contains(emulator)) {
        return "emulator";
      }
    }
    if (LOCAL.contains(name)) {
      return "localhost";
    }
    for (String suffix : S3_COMPATIBLE) {
      if (name.endsWith(suffix)) {
        return "s3-compatible";
      }
    }
    for (String suffix : NEAR) {
      if (name.endsWith(suffix)) {
        return "";
      }
    }
    return isAddress(name) ? "" : "foreign";
  }

  private static boolean isAddress(String name) {
    return name.chars().allMatch(c -> c == '.' || c == ':' || c >= '0' && c <= '9');
  }

  static boolean isAws(String name) {
    return name.endsWith(".amazonaws.com")
        || name.endsWith(".amazonaws.com.cn")
        || name.endsWith(".amazonaws.eu")
        || name.endsWith(".api.aws")
        || name.endsWith(".awsapps.com")
        || name.endsWith(".aws.amazon.com")
        || name.endsWith(".c2s.ic.gov")
        || name.endsWith(".sc2s.sgov.gov");
  }

  /// `github`, `gitlab`, `eks`, `google`, `bitbucket`, `circleci`, `terraform-cloud`, or empty.
  static String issuerKind(String issuer) {
    if (issuer.contains("token.actions.githubusercontent.com")
        || issuer.contains("/_services/token")) {
      return "github";
    }
    if (issuer.contains("oidc.eks.")
        || issuer.contains(".eks.amazonaws.com")
        || issuer.contains("oidc-eks.")) {
      return "eks";
    }
    if (issuer.contains("gitlab")) {
      return "gitlab";
    }
    if (issuer.contains("accounts.google.com")) {
      return "google";
    }
    if (issuer.contains("bitbucket.org")) {
      return "bitbucket";
    }
    if (issuer.contains("circleci.com")) {
      return "circleci";
    }
    if (issuer.contains("app.terraform.io")) {
      return "terraform-cloud";
    }
    return "";
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > 0 && host.indexOf(':') == colon ? host.substring(0, colon) : host;
  }
}
