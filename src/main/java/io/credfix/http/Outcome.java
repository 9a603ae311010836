package io.credfix.http;

import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Rulebook;
import io.credfix.parse.ReportedError;
import io.credfix.redact.Redaction;
import io.credfix.render.Decoding;
import io.credfix.render.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the log may say of an answer: words of our own, never the caller's.
///
/// @param word `recognized`, `unrecognized`, `served`, `failed`, a problem type's slug, or of
///   `/mcp` `tool-error` or `json-rpc` with the error's code
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
  static final Outcome SERVED = of("served");

  /// True when an error was diagnosed, recognized or not.
  boolean isDiagnosis() {
    return cause != null || isUnrecognized();
  }

  /// True when no cause was found.
  boolean isUnrecognized() {
    return word.equals("unrecognized");
  }

  static Outcome of(String word) {
    return new Outcome(word, null, null, null, List.of(), null, null);
  }

  /// A diagnosis. The code is given in the rulebook's own spelling or not at all: a text that only
  /// looks like a code is the caller's text.
  static Outcome of(Explanation explanation, Rulebook rulebook) {
    Diagnosis diagnosis = explanation.diagnosis();
    ReportedError error = diagnosis.report().primary();
    return new Outcome(
        diagnosis.recognized() ? "recognized" : "unrecognized",
        diagnosis.recognized() ? diagnosis.causes().getFirst().cause().id() : null,
        error.code() == null ? null : rulebook.code(error.code()).orElse(null),
        explanation.decoding() == Decoding.NOT_TRIED ? null : explanation.decoding().word(),
        explanation.redacted().redactions(),
        null,
        null);
  }

  static Outcome refused(Problem problem) {
    return new Outcome(
        problem.type().slug(), null, null, null, List.of(), problem.incident(), null);
  }

  static Outcome failed(String incident, Class<?> exception) {
    return new Outcome("failed", null, null, null, List.of(), incident, exception.getName());
  }
}
