package io.credfix.diagnose;

import java.util.Optional;

/// The parts of an Amazon Resource Name: `arn:partition:service:region:account:resource`.
///
/// @param partition such as `aws` or `aws-cn`
/// @param service such as `iam`
/// @param region may be empty
/// @param account 12 digits, `aws`, or empty
/// @param resource the rest, such as `assumed-role/Admin/alice`
record Arn(String partition, String service, String region, String account, String resource) {

  /// The parts of a text that is an ARN.
  static Optional<Arn> of(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      return Optional.empty();
    }
    return Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]));
  }

  /// The first piece of the resource: `assumed-role`, `user`, `role`, `root`.
  String type() {
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  /// The piece behind the type; for a role or user without its path.
  String name() {
    String[] pieces = resource.split("/", -1);
    if (pieces.length < 2) {
      return "";
    }
    return type().equals("assumed-role") ? pieces[1] : pieces[pieces.length - 1];
  }

  /// The session of an assumed role, empty for other ARNs.
  String session() {
    String[] pieces = resource.split("/", -1);
    return type().equals("assumed-role") && pieces.length > 2 ? pieces[2] : "";
  }
}
