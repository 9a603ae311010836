package io.credfix.diagnose;

import java.util.List;

/// One way out.
///
/// @param title what to do, a phrase
/// @param conditions when this fix comes first; empty: always in its place
/// @param markdown the text, with placeholders
public record Fix(String title, List<Condition> conditions, String markdown) {
  /// Copies the list.
  public Fix {
    conditions = List.copyOf(conditions);
  }
}
