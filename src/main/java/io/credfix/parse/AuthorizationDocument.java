package io.credfix.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decoded authorization message. Source: STS API Reference, DecodeAuthorizationMessage.
///
/// @param allowed the decision
/// @param explicitDeny true when a statement denies, false when none allows
/// @param principal ARN of the caller
/// @param action IAM action (`ec2:RunInstances`)
/// @param resource ARN of the resource
/// @param statements the statements that matched
/// @param conditions the values of the request's condition keys
public record AuthorizationDocument(
    boolean allowed,
    boolean explicitDeny,
    @Nullable String principal,
    @Nullable String action,
    @Nullable String resource,
    List<Statement> statements,
    List<ConditionValue> conditions) {

  /// A statement that matched.
  ///
  /// @param id statement id, may be empty
  /// @param effect `ALLOW` or `DENY`
  /// @param actions action patterns
  /// @param resources resource patterns
  /// @param conditions condition keys that the statement asks for, with their values
  public record Statement(
      String id,
      String effect,
      List<String> actions,
      List<String> resources,
      List<ConditionValue> conditions) {}

  /// A condition key with the values it had.
  public record ConditionValue(String key, List<String> values) {}
}
