package io.credfix.diagnose;

import java.util.List;

/// A cause that the text speaks for.
///
/// @param cause the cause
/// @param likelihood how sure
/// @param because sentences to the reader, placeholders filled, Markdown
public record RankedCause(Cause cause, Likelihood likelihood, List<String> because) {
  /// Copies the list.
  public RankedCause {
    because = List.copyOf(because);
  }
}
