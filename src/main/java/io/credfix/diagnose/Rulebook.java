package io.credfix.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All rules, compiled: the rules themselves, their phrases in one automaton, and which rule each
/// phrase can bring up. Rules of the artifact are decoded when they are first needed. Immutable and
/// thread-safe.
public final class Rulebook {
  private final String version;
  private final List<Rule> rules;
  private final List<QuestionRule> questions;
  private final Map<String, String> variables;
  private final PhraseIndex phrases;
  private final RuleIndex index;

  Rulebook(
      String version,
      List<Rule> rules,
      RuleIndex index,
      List<QuestionRule> questions,
      Map<String, String> variables,
      PhraseIndex phrases) {
    this.version = version;
    this.rules = rules;
    this.index = index;
    this.questions = List.copyOf(questions);
    this.variables = Map.copyOf(variables);
    this.phrases = phrases;
  }

  /// What of the rulebook's phrases and codes a text shows.
  ///
  /// @param codes error codes that were read, also where they do not stand in the text as one word
  PhraseIndex.Hits search(String text, Iterable<String> codes) {
    var hits = phrases.search(FoldedText.of(text));
    for (String code : codes) {
      int phrase = phrases.code(code);
      if (phrase >= 0) {
        hits.add(phrase);
      }
    }
    return hits;
  }

  /// The rulebook that the artifact carries, read in one pass.
  ///
  /// @throws IllegalStateException when the artifact was built without its rulebook
  public static Rulebook builtIn() {
    try (InputStream in = Rulebook.class.getResourceAsStream("/rulebook.bin")) {
      if (in == null) {
        throw new IllegalStateException("the artifact carries no rulebook.bin");
      }
      return RulebookFormat.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Version, such as `2026.11.0`.
  public String version() {
    return version;
  }

  /// Every cause, in the catalogue's order: by family, then as the rulebook lists them.
  public List<Cause> causes() {
    return rules.stream().filter(rule -> !rule.notOurs()).map(Rule::cause).toList();
  }

  /// The cause of that id.
  public Optional<Cause> cause(String id) {
    int number = index.number(id);
    return number < 0 || rules.get(number).notOurs()
        ? Optional.empty()
        : Optional.of(rules.get(number).cause());
  }

  /// An error code in the spelling of the rules, whatever its case; empty when no cause lists it.
  public Optional<String> code(String code) {
    int place = Collections.binarySearch(index.codes(), code, String.CASE_INSENSITIVE_ORDER);
    return place < 0 ? Optional.empty() : Optional.of(index.codes().get(place));
  }

  /// Every phrase that a rule looks for, by the id of its cause; for tests of the rules themselves.
  public Map<String, List<String>> phrasesByCause() {
    Map<String, List<String>> result = new HashMap<>();
    for (Rule rule : rules) {
      List<String> found = new ArrayList<>();
      rule.signatures().forEach(signature -> phrases(signature.conditions(), found));
      rule.evidence().forEach(evidence -> phrases(evidence.conditions(), found));
      result.put(rule.cause().id(), found);
    }
    return result;
  }

  private static void phrases(List<Condition> conditions, List<String> found) {
    for (Condition condition : conditions) {
      if (condition.key().match() == ConditionKey.Match.PHRASE) {
        found.addAll(condition.values());
      }
    }
  }

  /// The organisation's variables by name, such as `org.support`.
  public Map<String, String> variables() {
    return variables;
  }

  /// Every rule, in the catalogue's order.
  public List<Rule> rules() {
    return rules;
  }

  /// What may be asked.
  public List<QuestionRule> questions() {
    return questions;
  }

  PhraseIndex phrases() {
    return phrases;
  }

  RuleIndex index() {
    return index;
  }
}
