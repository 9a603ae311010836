package io.credfix.diagnose;

import io.credfix.parse.ErrorParser;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.redact.Redacted;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Small rulebooks made in code, and a diagnosis by them.
final class Rulebooks {
  private Rulebooks() {}

  static Condition says(String... phrases) {
    return new Condition(ConditionKey.SAYS, false, List.of(phrases), List.of());
  }

  static Condition key(String kind) {
    return new Condition(ConditionKey.KEY, false, List.of(kind), List.of());
  }

  static Rule rule(
      String id, List<Signature> signatures, List<Evidence> evidence, String... before) {
    var cause =
        new Cause(
            id,
            "Title of " + id,
            "family",
            "Opening.",
            "",
            "",
            List.of(),
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of());
    return new Rule(cause, signatures, evidence, List.of(before), false);
  }

  static Rule notOurs(String id, String phrase) {
    Rule rule = rule(id, List.of(signature(Likelihood.LIKELY, says(phrase))), List.of());
    return new Rule(rule.cause(), rule.signatures(), rule.evidence(), rule.before(), true);
  }

  static Signature signature(Likelihood likelihood, Condition... conditions) {
    return new Signature(List.of(conditions), likelihood, "Seen.");
  }

  static Evidence evidence(@Nullable Likelihood makesIt, String because, Condition... conditions) {
    return new Evidence(List.of(conditions), makesIt, because);
  }

  static Rulebook of(List<QuestionRule> questions, Rule... rules) {
    return RulebookBuilder.build("2026.11.0", List.of(rules), questions, Map.of());
  }

  static Diagnosis diagnose(Rulebook rulebook, String text, @Nullable String keyPrefix) {
    return diagnose(rulebook, text, keyPrefix, Map.of());
  }

  static Diagnosis diagnose(
      Rulebook rulebook, String text, @Nullable String keyPrefix, Map<String, String> answers) {
    Redacted redacted = new Redactor().redact(Submission.of(text));
    var key =
        keyPrefix != null && KeyPrefixInput.read(keyPrefix) instanceof KeyPrefixInput.Accepted ok
            ? ok.prefix()
            : null;
    return new Diagnostician(rulebook)
        .diagnose(
            redacted,
            new ErrorParser().parse(redacted),
            new StatedContext(key, null, null, null, null, null, answers));
  }

  static List<String> ids(Diagnosis diagnosis) {
    List<String> ids = new ArrayList<>();
    diagnosis.causes().forEach(cause -> ids.add(cause.cause().id()));
    return ids;
  }
}
