package io.credfix.parse;

import io.credfix.redact.Redacted;
import java.util.List;

/// Reads a redacted text. Immutable and thread-safe.
public final class ErrorParser {
  /// What the text reports; [ReportedError#NONE] when it shows no error.
  public ErrorReport parse(Redacted redacted) {
    return new ErrorReport(ReportedError.NONE, List.of(), Facts.NONE);
  }
}
