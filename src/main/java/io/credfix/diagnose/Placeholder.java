package io.credfix.diagnose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The closed set of placeholders, with what is printed when the paste does not show the value.
public final class Placeholder {
  private static final Map<String, String> STAND_INS = new HashMap<>();

  static {
    put("code", "the error code");
    put("operation", "the operation");
    put("service", "SERVICE");
    put("service.name", "AWS");
    put("status", "the HTTP status");
    put("cli.service", "SERVICE");
    put("cli.operation", "OPERATION");
    put("key.prefix", "AKIA or ASIA");
    put("key.id", "ASIA…");
    put("key.account", "ACCOUNT_ID");
    put("profile", "NAME");
    put("region", "REGION");
    put("account", "ACCOUNT_ID");
    put("resource.account", "RESOURCE_ACCOUNT_ID");
    put("principal", "PRINCIPAL_ARN");
    put("caller.arn", "CALLER_ARN");
    put("passed-to", "SERVICE");
    put("role", "ROLE");
    put("role.arn", "ROLE_ARN");
    put("user", "USER");
    put("session", "SESSION");
    put("target.role", "ROLE");
    put("target.role.arn", "ROLE_ARN");
    put("permission.set", "PERMISSION_SET");
    put("action", "ACTION");
    put("resource", "RESOURCE");
    put("resource.arn", "RESOURCE_ARN");
    put("bucket", "BUCKET");
    put("key.arn", "KMS_KEY_ARN");
    put("cluster", "CLUSTER");
    put("repository", "REPOSITORY");
    put("registry", "ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com");
    put("policy.type", "policy");
    put("policy.arn", "POLICY_ARN");
    put("host", "HOST");
    put("issuer", "ISSUER");
    put("audience", "AUDIENCE");
    put("subject", "SUBJECT");
    put("mfa.serial", "MFA_DEVICE_ARN");
    put("skew", "off");
    put("partition", "aws");
    put("encoded.message", "ENCODED_MESSAGE");
    put("statement", "");
    put("org.sso-start-url", "START_URL");
    put("org.sso-region", "SSO_REGION");
    put("org.profile", "NAME");
    put("org.region", "REGION");
    put("org.support", "your platform team");
    put("org.docs", "the AWS documentation");
  }

  private Placeholder() {}

  private static void put(String name, String standIn) {
    STAND_INS.put(name, standIn);
  }

  /// The stand-in of a placeholder; empty when there is no such placeholder.
  public static Optional<String> standIn(String name) {
    return Optional.ofNullable(STAND_INS.get(name));
  }

  /// True for the shape of a placeholder's name: lower-case words with dots and hyphens.
  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > 32) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c == '.' || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
