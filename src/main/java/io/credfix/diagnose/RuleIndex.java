package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which rule a phrase or an observed value can bring up, and where to find a rule by its id: all
/// that is needed of the rules before one is read.
///
/// @param ids of the causes, in the rulebook's order
/// @param byId numbers of the rules in the order of their ids
/// @param codes every error code that a cause lists, in the order of
///   [String#CASE_INSENSITIVE_ORDER]
/// @param start by phrase: its first place in `rules`; one more at the end
/// @param rules numbers of rules, phrase after phrase
/// @param byValue rules with a signature that no phrase gates, by a value without which it fails
/// @param always rules with a signature that nothing gates
@SuppressWarnings("ArrayRecordComponent") // read by this package only, never compared
record RuleIndex(
    List<String> ids,
    int[] byId,
    List<String> codes,
    int[] start,
    int[] rules,
    Map<String, int[]> byValue,
    int[] always) {

  /// The index of rules whose phrases are numbered.
  static RuleIndex of(List<Rule> rules, int phrases) {
    List<Set<Integer>> byPhrase = new ArrayList<>();
    for (int i = 0; i < phrases; i++) {
      byPhrase.add(Set.of());
    }
    Map<String, Set<Integer>> byValue = new LinkedHashMap<>();
    Set<Integer> always = new LinkedHashSet<>();
    Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int number = 0; number < rules.size(); number++) {
      Rule rule = rules.get(number);
      if (!rule.notOurs()) {
        rule.cause().codes().stream().sorted().forEach(codes::add);
      }
      for (Signature signature : rule.signatures()) {
        List<Integer> gate = phraseGate(signature);
        List<String> values = gate.isEmpty() ? valueGate(signature) : List.of();
        if (gate.isEmpty() && values.isEmpty()) {
          always.add(number);
        }
        for (int phrase : gate) {
          if (byPhrase.get(phrase).isEmpty()) {
            byPhrase.set(phrase, new LinkedHashSet<>(4));
          }
          byPhrase.get(phrase).add(number);
        }
        for (String value : values) {
          byValue.computeIfAbsent(value, any -> new LinkedHashSet<>()).add(number);
        }
      }
    }
    List<String> ids = rules.stream().map(rule -> rule.cause().id()).toList();
    int[] byId =
        IntStream.range(0, ids.size())
            .boxed()
            .sorted(Comparator.comparing(ids::get))
            .mapToInt(Integer::intValue)
            .toArray();
    var start = new int[phrases + 1];
    for (int i = 0; i < phrases; i++) {
      start[i + 1] = start[i] + byPhrase.get(i).size();
    }
    Map<String, int[]> gates = new LinkedHashMap<>();
    byValue.forEach((value, numbers) -> gates.put(value, ints(numbers)));
    return new RuleIndex(
        ids,
        byId,
        List.copyOf(codes),
        start,
        byPhrase.stream().flatMap(Set::stream).mapToInt(Integer::intValue).toArray(),
        gates,
        ints(always));
  }

  private static int[] ints(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The number of the rule with that id, -1 if there is none.
  int number(String id) {
    int low = 0;
    int high = byId.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = ids.get(byId[middle]).compareTo(id);
      if (order == 0) {
        return byId[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// The numbers of the rules that what was observed can bring up.
  BitSet candidates(Observation observation) {
    var seen = new BitSet(ids.size());
    for (int number : always) {
      seen.set(number);
    }
    PhraseIndex.Hits hits = observation.hits();
    for (int i = 0; i < hits.count(); i++) {
      int phrase = hits.phrase(i);
      for (int at = start[phrase]; at < start[phrase + 1]; at++) {
        seen.set(rules[at]);
      }
    }
    if (!byValue.isEmpty()) {
      observation.forEach(
          (key, value) -> {
            int[] numbers = byValue.get(valueName(key, value));
            if (numbers != null) {
              for (int number : numbers) {
                seen.set(number);
              }
            }
          });
    }
    return seen;
  }

  private static String valueName(ConditionKey key, String value) {
    return key.label() + '=' + value;
  }

  /// The phrases of which one must be in the text for the signature to hold: those of its first
  /// positive condition on the text, else its codes.
  private static List<Integer> phraseGate(Signature signature) {
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

  /// The values of which one must be observed for the signature to hold.
  private static List<String> valueGate(Signature signature) {
    for (Condition condition : signature.conditions()) {
      boolean compared =
          condition.key().match() == ConditionKey.Match.EXACT
              || condition.key().match() == ConditionKey.Match.GLOB
                  && condition.values().stream().noneMatch(value -> value.contains("*"));
      if (!condition.negated() && compared) {
        return condition.values().stream().map(value -> valueName(condition.key(), value)).toList();
      }
    }
    return List.of();
  }
}
