package io.credfix.diagnose;

import io.credfix.parse.ErrorReport;
import io.credfix.redact.KeyPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules make of one paste.
///
/// @param report what was read
/// @param key the access key's kind, from the stated prefix or the text; null when neither shows it
/// @param causes at most five, the best first; empty: not recognized
/// @param ruledOut causes that came up and were excluded
/// @param questions what would decide between the causes, the best first
/// @param notOurs the other system whose error it is, when no cause was found
/// @param values placeholder values, such as `region`
/// @param context what the caller stated
public record Diagnosis(
    ErrorReport report,
    @Nullable KeyPrefix key,
    List<RankedCause> causes,
    List<RuledOut> ruledOut,
    List<Question> questions,
    @Nullable Cause notOurs,
    PlaceholderValues values,
    StatedContext context) {
  /// Copies the lists.
  public Diagnosis {
    causes = List.copyOf(causes);
    ruledOut = List.copyOf(ruledOut);
    questions = List.copyOf(questions);
  }

  /// True when the text is a failure that the rules know.
  public boolean recognized() {
    return !causes.isEmpty();
  }
}
