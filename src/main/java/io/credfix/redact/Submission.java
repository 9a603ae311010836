package io.credfix.redact;

import java.util.Objects;

/// What the caller sent, secrets included. The only type that holds raw text: nothing but the
/// redactor can read it, and it does not print itself.
public final class Submission {
  private final String errorText;

  private Submission(String errorText) {
    this.errorText = Objects.requireNonNull(errorText, "errorText");
  }

  /// @param errorText what was pasted, at most 64 KiB of UTF-8
  public static Submission of(String errorText) {
    return new Submission(errorText);
  }

  /// The same text with another one below it, such as what its encoded message says.
  ///
  /// @param text at most 64 KiB
  public Submission followedBy(String text) {
    return new Submission(errorText + "\n\n" + text);
  }

  String errorText() {
    return errorText;
  }

  @Override
  public String toString() {
    return "Submission[" + errorText.length() + " characters]";
  }
}
