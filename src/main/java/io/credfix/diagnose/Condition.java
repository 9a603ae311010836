package io.credfix.diagnose;

import java.util.List;

/// One condition of a rule file.
///
/// @param key a key of the table in docs/rules.md
/// @param negated true for `not-` keys
/// @param values any of these
public record Condition(String key, boolean negated, List<String> values) {
  /// Copies the list.
  public Condition {
    values = List.copyOf(values);
  }
}
