package io.credfix.diagnose;

import io.credfix.parse.ErrorReport;
import io.credfix.redact.Redacted;
import java.util.List;
import java.util.Map;

/// Applies a rulebook to a report. Immutable and thread-safe.
public final class Diagnostician {
  private final Rulebook rulebook;

  /// @param rulebook the rules
  public Diagnostician(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /// The rules in use.
  public Rulebook rulebook() {
    return rulebook;
  }

  /// Ranks the causes.
  public Diagnosis diagnose(Redacted redacted, ErrorReport report, StatedContext context) {
    return new Diagnosis(
        report,
        context.keyPrefix(),
        List.of(),
        List.of(),
        List.of(),
        null,
        new PlaceholderValues(Map.of()),
        context);
  }
}
