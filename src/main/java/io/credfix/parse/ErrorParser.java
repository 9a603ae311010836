package io.credfix.parse;

import io.credfix.redact.Redacted;
import java.util.ArrayList;
import java.util.List;

/// Reads a redacted text. Immutable and thread-safe.
public final class ErrorParser {
  private final List<Dialect> dialects = Dialect.all();

  /// What the text reports; [ReportedError#NONE] when it shows no error.
  public ErrorReport parse(Redacted redacted) {
    var text = ReadableText.of(redacted.text());
    List<Finding> findings = new ArrayList<>();
    for (Dialect dialect : dialects) {
      findings.addAll(dialect.find(text));
    }
    return new Reading(text, findings).report();
  }
}
