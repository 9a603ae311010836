package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which rule a phrase or an observed value can bring up, and where to find a rule by its id: all
/// that is needed of the rules before one is read.
///
/// @param ids of the causes, in the rulebook's order
/// @param byId numbers of the rules in the order of their ids
/// @param codes every error code that a cause lists, in the order of
///   [String#CASE_INSENSITIVE_ORDER]
/// @param start by phrase: its first place in `rules`; one more at the end
/// @param rules numbers of rules, phrase after phrase
/// @param recognitionKeys by rule: a bit for every key, by its ordinal, that its signatures ask for
/// @param keys by rule: the same, with those that its evidence asks for
/// @param byValue rules with a signature that no phrase gates, by a value without which it fails
/// @param always rules with a signature that nothing gates
@SuppressWarnings("ArrayRecordComponent") // read by this package only, never compared
record RuleIndex(
    List<String> ids,
    int[] byId,
    List<String> codes,
    int[] start,
    int[] rules,
    int[] recognitionKeys,
    int[] keys,
    Map<ConditionKey, Map<String, int[]>> byValue,
    int[] always) {

  /// The index of rules whose phrases are numbered.
  static RuleIndex of(List<Rule> rules, int phrases) {
    List<Set<Integer>> byPhrase = new ArrayList<>();
    for (int i = 0; i < phrases; i++) {
      byPhrase.add(Set.of());
    }
    Map<ConditionKey, Map<String, Set<Integer>>> byValue = new EnumMap<>(ConditionKey.class);
    var recognitionKeys = new int[rules.size()];
    var keys = new int[rules.size()];
    Set<Integer> always = new LinkedHashSet<>();
    Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int number = 0; number < rules.size(); number++) {
      Rule rule = rules.get(number);
      if (!rule.notOurs()) {
        rule.cause().codes().stream().sorted().forEach(codes::add);
      }
      for (Signature signature : rule.signatures()) {
        recognitionKeys[number] |= keys(signature.conditions());
        List<Integer> gate = phraseGate(signature.conditions());
        @Nullable Condition values = gate.isEmpty() ? valueGate(signature) : null;
        if (values != null) {
          for (String value : values.values()) {
            byValue
                .computeIfAbsent(values.key(), any -> new LinkedHashMap<>())
                .computeIfAbsent(value, any -> new LinkedHashSet<>())
                .add(number);
          }
        } else if (gate.isEmpty()) {
          always.add(number);
        }
        for (int phrase : gate) {
          if (byPhrase.get(phrase).isEmpty()) {
            byPhrase.set(phrase, new LinkedHashSet<>(4));
          }
          byPhrase.get(phrase).add(number);
        }
      }
      keys[number] = recognitionKeys[number];
      for (Evidence evidence : rule.evidence()) {
        keys[number] |= keys(evidence.conditions());
      }
    }
    List<String> ids = rules.stream().map(Rule::id).toList();
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
    Map<ConditionKey, Map<String, int[]>> gates = new EnumMap<>(ConditionKey.class);
    byValue.forEach(
        (key, values) -> {
          Map<String, int[]> byName = new LinkedHashMap<>();
          values.forEach((value, numbers) -> byName.put(value, ints(numbers)));
          gates.put(key, byName);
        });
    return new RuleIndex(
        ids,
        byId,
        List.copyOf(codes),
        start,
        byPhrase.stream().flatMap(Set::stream).mapToInt(Integer::intValue).toArray(),
        recognitionKeys,
        keys,
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

  /// The numbers of the rules that what was observed can bring up, in order.
  int[] candidates(Observation observation) {
    var seen = new RuleNumbers();
    seen.addAll(always, 0, always.length);
    PhraseIndex.Hits hits = observation.hits();
    for (int i = 0; i < hits.count(); i++) {
      int phrase = hits.phrase(i);
      seen.addAll(rules, start[phrase], start[phrase + 1]);
    }
    byValue.forEach((key, gates) -> add(gates, observation.values(key), seen));
    return seen.sorted();
  }

  /// The same rules, and those that supposed values of some keys can bring up.
  int[] withCandidates(int[] candidates, Map<ConditionKey, String> facts) {
    var seen = new RuleNumbers();
    facts.forEach((key, value) -> add(byValue.getOrDefault(key, Map.of()), Set.of(value), seen));
    if (seen.isEmpty()) {
      return candidates;
    }
    seen.addAll(candidates, 0, candidates.length);
    return seen.sorted();
  }

  private static void add(Map<String, int[]> gates, Set<String> values, RuleNumbers seen) {
    for (String value : values) {
      int[] numbers = gates.get(value);
      if (numbers != null) {
        seen.addAll(numbers, 0, numbers.length);
      }
    }
  }

  /// A bit for every key on which it depends what is made of a rule. Evidence counts only for a
  /// rule that was brought up.
  int asksFor(int rule, boolean broughtUp) {
    return broughtUp ? keys[rule] : recognitionKeys[rule];
  }

  /// A bit for every key.
  @SuppressWarnings("EnumOrdinal") // written and read by the same build; fewer than 32 keys
  static int bits(Set<ConditionKey> keys) {
    int bits = 0;
    for (ConditionKey key : keys) {
      bits |= 1 << key.ordinal();
    }
    return bits;
  }

  private static int keys(List<Condition> conditions) {
    Set<ConditionKey> keys = EnumSet.noneOf(ConditionKey.class);
    conditions.forEach(condition -> keys.add(condition.key()));
    return bits(keys);
  }

  /// The phrases of which one must be in the text for all conditions to hold: those of the first
  /// positive condition on the text, else its codes.
  static List<Integer> phraseGate(List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (!condition.negated() && condition.key().match() == ConditionKey.Match.PHRASE) {
        return condition.phrases();
      }
    }
    for (Condition condition : conditions) {
      if (!condition.negated() && condition.key() == ConditionKey.CODE) {
        return condition.phrases();
      }
    }
    return Numbers.of(new int[0]);
  }

  /// The condition of whose values one must be observed for the signature to hold.
  private static @Nullable Condition valueGate(Signature signature) {
    for (Condition condition : signature.conditions()) {
      boolean compared =
          condition.key().match() == ConditionKey.Match.EXACT
              || condition.key().match() == ConditionKey.Match.GLOB
                  && condition.values().stream().noneMatch(value -> value.contains("*"));
      if (!condition.negated() && compared) {
        return condition;
      }
    }
    return null;
  }
}
