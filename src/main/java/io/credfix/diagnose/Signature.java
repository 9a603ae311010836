package io.credfix.diagnose;

import java.util.List;

/// How an error is recognized: all conditions hold.
///
/// @param conditions at least one that is not negated
/// @param makesIt where the cause starts
/// @param because the sentence the reader sees, with placeholders
public record Signature(List<Condition> conditions, Likelihood makesIt, String because) {
  /// Copies the list.
  public Signature {
    conditions = List.copyOf(conditions);
  }
}
