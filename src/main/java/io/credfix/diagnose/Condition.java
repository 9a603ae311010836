package io.credfix.diagnose;

import java.util.List;

/// One condition of a rule file.
///
/// @param key what is asked for
/// @param negated true for `not-` keys: none of the values holds
/// @param values any of these; lower case where they are compared with observed values
/// @param phrases the numbers, sorted, of the phrases that stand for the values in the automaton;
///   empty for keys that are not looked up in the text
/// @param filter a bit for every value that is compared whole, by its hash; none in common with
///   what was observed: no value was
public record Condition(
    ConditionKey key, boolean negated, List<String> values, List<Integer> phrases, long filter) {
  /// Copies the lists.
  public Condition {
    values = values instanceof LateTexts ? values : List.copyOf(values);
    phrases = Numbers.copyOf(phrases);
  }

  /// Makes the filter.
  public Condition(ConditionKey key, boolean negated, List<String> values, List<Integer> phrases) {
    this(
        key,
        negated,
        values,
        phrases,
        key.match() == ConditionKey.Match.EXACT ? filter(values) : -1);
  }

  /// The bits of some values.
  static long filter(Iterable<String> values) {
    long bits = 0;
    for (String value : values) {
      int hash = value.hashCode();
      bits |= 1L << (hash ^ hash >>> 15);
    }
    return bits;
  }

  /// True when one of its phrases was found.
  boolean anyPhrase(PhraseIndex.Hits hits) {
    return hits.best((Numbers) phrases, null) >= 0;
  }
}
