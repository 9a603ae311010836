package io.credfix.diagnose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact that speaks for or against a cause.
///
/// @param conditions all must hold
/// @param makesIt the likelihood that it decides; null: it rules the cause out
/// @param because the sentence the reader sees, with placeholders
public record Evidence(List<Condition> conditions, @Nullable Likelihood makesIt, String because) {
  /// Copies the list.
  public Evidence {
    conditions = List.copyOf(conditions);
  }
}
