package io.credfix.diagnose;

import java.util.List;

/// A cause that the text speaks for.
///
/// @param cause the cause
/// @param likelihood how sure
/// @param because sentences to the reader, placeholders filled, Markdown
/// @param fixes the fixes that apply, those for the reader's own tool or place first; placeholders
///   not yet filled
/// @param otherFixes fixes for other tools and places
public record RankedCause(
    Cause cause,
    Likelihood likelihood,
    List<String> because,
    List<Fix> fixes,
    List<Fix> otherFixes) {
  /// Copies the lists.
  public RankedCause {
    because = List.copyOf(because);
    fixes = List.copyOf(fixes);
    otherFixes = List.copyOf(otherFixes);
  }
}
