package io.credfix.parse;

import java.util.List;

/// What one paste reports.
///
/// @param primary the error that counts: the innermost cause
/// @param others further errors of the same paste, in order of appearance
/// @param facts what else the text shows
public record ErrorReport(ReportedError primary, List<ReportedError> others, Facts facts) {
  /// Copies the list.
  public ErrorReport {
    others = List.copyOf(others);
  }
}
