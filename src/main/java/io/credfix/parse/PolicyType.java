package io.credfix.parse;

/// The layers of policy that an access-denied message can name. Source: IAM User Guide,
/// "Troubleshoot access denied error messages".
public enum PolicyType {
  IDENTITY("identity", "identity-based policy"),
  RESOURCE("resource", "resource-based policy"),
  PERMISSIONS_BOUNDARY("permissions-boundary", "permissions boundary"),
  SESSION("session", "session policy"),
  SCP("scp", "service control policy"),
  RCP("rcp", "resource control policy"),
  VPC_ENDPOINT("vpc-endpoint", "VPC endpoint policy"),
  ROLE_TRUST("role-trust", "role trust policy");

  private final String label;
  private final String words;

  PolicyType(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /// The name in rule files.
  public String label() {
    return label;
  }

  /// AWS's own words.
  public String words() {
    return words;
  }
}
