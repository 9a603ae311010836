package io.credfix.diagnose;

import java.util.Arrays;
import java.util.List;

/// What must be seen for each signature of a rule, or each piece of its evidence, to hold, all in
/// arrays, so that the many that do not hold are passed over without looking at their conditions.
/// Immutable.
@SuppressWarnings("EnumOrdinal") // used as places in an array, never kept
final class Gates {
  /// By item: where its phrases begin in `phrases`; one more at the end.
  private final int[] start;

  /// One of an item's phrases must be in the text.
  private final int[] phrases;

  /// By item: the key of which one of some values must have been observed; -1: of none.
  private final byte[] key;

  /// Those values, see [Condition#filter].
  private final long[] filter;

  private Gates(int[] start, int[] phrases, byte[] key, long[] filter) {
    this.start = start;
    this.phrases = phrases;
    this.key = key;
    this.filter = filter;
  }

  static Gates ofSignatures(List<Signature> signatures) {
    return of(signatures.stream().map(Signature::conditions).toList());
  }

  static Gates ofEvidence(List<Evidence> evidence) {
    return of(evidence.stream().map(Evidence::conditions).toList());
  }

  private static Gates of(List<List<Condition>> items) {
    var start = new int[items.size() + 1];
    var phrases = new int[items.size() * 8];
    var key = new byte[items.size()];
    var filter = new long[items.size()];
    int count = 0;
    for (int i = 0; i < items.size(); i++) {
      var gate = (Numbers) RuleIndex.phraseGate(items.get(i));
      if (count + gate.size() > phrases.length) {
        phrases = Arrays.copyOf(phrases, 2 * (count + gate.size()));
      }
      for (int k = 0; k < gate.size(); k++) {
        phrases[count++] = gate.at(k);
      }
      start[i + 1] = count;
      key[i] = -1;
      for (Condition condition : items.get(i)) {
        if (!condition.negated() && condition.key().match() == ConditionKey.Match.EXACT) {
          key[i] = (byte) condition.key().ordinal();
          filter[i] = condition.filter();
          break;
        }
      }
    }
    return new Gates(start, Arrays.copyOf(phrases, count), key, filter);
  }

  /// False when an item cannot hold.
  boolean isOpen(int item, Observation observation) {
    if (key[item] >= 0 && (observation.filter(key[item]) & filter[item]) == 0) {
      return false;
    }
    PhraseIndex.Hits hits = observation.hits();
    int end = start[item + 1];
    int from = start[item];
    for (int i = from; i < end; i++) {
      if (hits.contains(phrases[i])) {
        return true;
      }
    }
    return from == end;
  }
}
