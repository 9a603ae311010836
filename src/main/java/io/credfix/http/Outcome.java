package io.credfix.http;

import io.credfix.redact.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the log may say of an answer: words of our own, never the caller's.
///
/// @param word `recognized`, `unrecognized`, `served`, `failed`, or a problem type's slug
/// @param cause id of the first cause
/// @param code the error code, when it is one that the rules name
/// @param decoding what became of an encoded authorization message, a word of [Decoding]
/// @param redactions what was removed, by kind
/// @param incident number of an internal fault
/// @param exception class of an internal fault
record Outcome(
    String word,
    @Nullable String cause,
    @Nullable String code,
    @Nullable String decoding,
    List<Redaction> redactions,
    @Nullable String incident,
    @Nullable String exception) {
  static final Outcome SERVED = new Outcome("served", null, null, null, List.of(), null, null);

  /// True when an error was diagnosed, recognized or not.
  boolean isDiagnosis() {
    return cause != null || isUnrecognized();
  }

  /// True when no cause was found.
  boolean isUnrecognized() {
    return word.equals("unrecognized");
  }

  static Outcome refused(Problem problem) {
    return new Outcome(
        problem.type().slug(), null, null, null, List.of(), problem.incident(), null);
  }

  static Outcome failed(String incident, Class<?> exception) {
    return new Outcome("failed", null, null, null, List.of(), incident, exception.getName());
  }
}
