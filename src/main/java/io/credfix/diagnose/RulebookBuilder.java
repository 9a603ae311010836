package io.credfix.diagnose;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Makes a rulebook of rules that were read from files: numbers their phrases and builds the one
/// automaton over all of them.
public final class RulebookBuilder {
  private final Map<Phrase, Integer> numbers = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();

  private RulebookBuilder() {}

  /// The rulebook.
  ///
  /// @param version such as `2026.11.0`
  /// @param rules in the catalogue's order; their conditions carry no phrase numbers yet
  /// @param questions what may be asked
  /// @param variables the organisation's variables by name, such as `org.support`
  public static Rulebook build(
      String version,
      List<Rule> rules,
      List<QuestionRule> questions,
      Map<String, String> variables) {
    var builder = new RulebookBuilder();
    List<Rule> numbered = rules.stream().map(builder::numbered).toList();
    return new Rulebook(
        version,
        numbered,
        RuleIndex.of(numbered, builder.phrases.size()),
        questions,
        variables,
        PhraseIndex.of(builder.phrases));
  }

  /// Refuses a value that cannot be compiled.
  ///
  /// @throws IllegalArgumentException with the reason
  public static void check(ConditionKey key, String value) {
    switch (key.match()) {
      case PHRASE -> {
        if (Phrase.of(value).weight() < 3) {
          throw new IllegalArgumentException("the phrase is too short to mean anything");
        }
      }
      case REGEX -> Pattern.compile(value);
      case WORD, EXACT, GLOB -> {
        if (value.isBlank()) {
          throw new IllegalArgumentException("the value is blank");
        }
      }
    }
  }

  private Rule numbered(Rule rule) {
    Cause cause = rule.cause();
    return new Rule(
        new Cause(
            cause.id(),
            cause.title(),
            cause.family(),
            cause.opening(),
            cause.seen(),
            cause.why(),
            cause.fixes().stream()
                .map(fix -> new Fix(fix.title(), numbered(fix.conditions()), fix.markdown()))
                .toList(),
            cause.verify(),
            cause.prevention(),
            cause.actor(),
            cause.lookAlikes(),
            cause.references(),
            cause.codes()),
        rule.signatures().stream()
            .map(s -> new Signature(numbered(s.conditions()), s.makesIt(), s.because()))
            .toList(),
        rule.evidence().stream()
            .map(e -> new Evidence(numbered(e.conditions()), e.makesIt(), e.because()))
            .toList(),
        rule.before(),
        rule.notOurs());
  }

  private List<Condition> numbered(List<Condition> conditions) {
    return conditions.stream()
        .map(
            condition ->
                new Condition(
                    condition.key(), condition.negated(), condition.values(), numbers(condition)))
        .toList();
  }

  private List<Integer> numbers(Condition condition) {
    return switch (condition.key().match()) {
      case PHRASE -> sorted(condition.values(), Phrase::of);
      case WORD -> sorted(condition.values(), Phrase::code);
      case EXACT, GLOB, REGEX -> List.of();
    };
  }

  private List<Integer> sorted(List<String> values, Function<String, Phrase> phrase) {
    return values.stream().map(value -> number(phrase.apply(value))).sorted().toList();
  }

  private int number(Phrase phrase) {
    return numbers.computeIfAbsent(
        phrase,
        key -> {
          phrases.add(key);
          return phrases.size() - 1;
        });
  }
}
