package io.credfix.diagnose;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All rules, compiled: the rules themselves, their phrases in one automaton, and which rule each
/// phrase can bring up. Immutable and thread-safe.
public final class Rulebook {
  private final String version;
  private final List<Rule> rules;
  private final List<QuestionRule> questions;
  private final Map<String, String> variables;
  private final PhraseIndex phrases;
  private final Map<String, Integer> numberOf = new HashMap<>();
  private final Map<String, Integer> phraseOfCode = new HashMap<>();
  // Rules that a phrase can bring up, and rules with a signature that no phrase gates.
  private final int[][] rulesOfPhrase;
  private final int[] ungated;

  Rulebook(
      String version,
      List<Rule> rules,
      List<QuestionRule> questions,
      Map<String, String> variables,
      PhraseIndex phrases) {
    this.version = version;
    this.rules = List.copyOf(rules);
    this.questions = List.copyOf(questions);
    this.variables = Map.copyOf(variables);
    this.phrases = phrases;
    List<List<Integer>> byPhrase = new ArrayList<>();
    for (int i = 0; i < phrases.phrases(); i++) {
      byPhrase.add(List.of());
    }
    Set<Integer> always = new LinkedHashSet<>();
    for (int number = 0; number < rules.size(); number++) {
      Rule rule = rules.get(number);
      numberOf.put(rule.cause().id(), number);
      rule.signatures().forEach(signature -> indexCodes(signature.conditions()));
      rule.evidence().forEach(evidence -> indexCodes(evidence.conditions()));
      for (Signature signature : rule.signatures()) {
        List<Integer> gate = gate(signature);
        if (gate.isEmpty()) {
          always.add(number);
        }
        for (int phrase : gate) {
          if (byPhrase.get(phrase).isEmpty()) {
            byPhrase.set(phrase, new ArrayList<>(2));
          }
          if (!byPhrase.get(phrase).contains(number)) {
            byPhrase.get(phrase).add(number);
          }
        }
      }
    }
    rulesOfPhrase =
        byPhrase.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    ungated = always.stream().mapToInt(Integer::intValue).toArray();
  }

  private void indexCodes(List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (condition.key() == ConditionKey.CODE) {
        for (int i = 0; i < condition.values().size(); i++) {
          phraseOfCode.put(
              condition.values().get(i).toLowerCase(Locale.ROOT), condition.phrases().get(i));
        }
      }
    }
  }

  /// What of the rulebook's phrases and codes a text shows.
  ///
  /// @param codes error codes that were read, also where they do not stand in the text as one word
  PhraseIndex.Hits search(String text, Iterable<String> codes) {
    var hits = phrases.search(FoldedText.of(text));
    for (String code : codes) {
      Integer phrase = phraseOfCode.get(code.toLowerCase(Locale.ROOT));
      if (phrase != null) {
        hits.add(phrase);
      }
    }
    return hits;
  }

  /// The phrases of which one must be in the text for the signature to hold: those of its first
  /// positive condition on the text, else its codes.
  private static List<Integer> gate(Signature signature) {
    for (Condition condition : signature.conditions()) {
      if (!condition.negated() && condition.key().match() == ConditionKey.Match.PHRASE) {
        return condition.phrases();
      }
    }
    for (Condition condition : signature.conditions()) {
      if (!condition.negated() && condition.key() == ConditionKey.CODE) {
        return condition.phrases();
      }
    }
    return List.of();
  }

  /// The rulebook that the artifact carries, read in one pass.
  ///
  /// @throws IllegalStateException when the artifact was built without its rulebook
  public static Rulebook builtIn() {
    try (InputStream in = Rulebook.class.getResourceAsStream("/rulebook.bin")) {
      if (in == null) {
        throw new IllegalStateException("the artifact carries no rulebook.bin");
      }
      return RulebookFormat.read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
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
    Integer number = numberOf.get(id);
    return number == null || rules.get(number).notOurs()
        ? Optional.empty()
        : Optional.of(rules.get(number).cause());
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

  /// The rules that a text with these phrases can bring up, in the rulebook's order.
  List<Rule> candidates(PhraseIndex.Hits hits) {
    var seen = new java.util.BitSet(rules.size());
    for (int number : ungated) {
      seen.set(number);
    }
    for (int i = 0; i < hits.count(); i++) {
      for (int number : rulesOfPhrase[hits.phrase(i)]) {
        seen.set(number);
      }
    }
    return seen.stream().mapToObj(rules::get).toList();
  }
}
