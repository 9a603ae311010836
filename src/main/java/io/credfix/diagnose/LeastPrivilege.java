package io.credfix.diagnose;

/// The smallest statement that would allow what was denied.
final class LeastPrivilege {
  private LeastPrivilege() {}

  /// A JSON policy statement from the denied action and resource, or with their stand-ins.
  static String statement(PlaceholderValues values) {
    String action = values.known().getOrDefault("action", "ACTION");
    String resource = values.known().getOrDefault("resource.arn", "RESOURCE_ARN");
    if (resource.equals("RESOURCE_ARN") && "*".equals(values.known().get("resource"))) {
      resource = "*";
    }
    return """
        {
          "Effect": "Allow",
          "Action": "%s",
          "Resource": "%s"
        }"""
        .formatted(action, resource);
  }
}
