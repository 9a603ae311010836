package io.credfix.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;

/// Redaction ends, does not grow a text beyond its labels, and finds nothing in what it made.
public final class RedactTarget {
  private static final Redactor REDACTOR = new Redactor();

  /// The longest label is shorter than this; the shortest secret has four characters.
  private static final int GROWTH = 40;

  private RedactTarget() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    String once = REDACTOR.redact(Submission.of(text)).text();
    if (once.length() > (long) text.length() * GROWTH + GROWTH) {
      throw new IllegalStateException(
          "the text grew from " + text.length() + " to " + once.length());
    }
    String twice = REDACTOR.redact(Submission.of(once)).text();
    if (!twice.equals(once)) {
      throw new IllegalStateException("redacting again changes the text");
    }
  }
}
