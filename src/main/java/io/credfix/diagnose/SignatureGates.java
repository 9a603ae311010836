package io.credfix.diagnose;

import java.util.Arrays;
import java.util.List;

/// By signature of a rule: the phrases of which one must be in the text for it to hold, all in one
/// array, so that the many signatures that do not hold are passed over without looking at their
/// conditions. Immutable.
final class SignatureGates {
  /// By signature: where its phrases begin in `phrases`; one more at the end.
  private final int[] start;

  private final int[] phrases;

  private SignatureGates(int[] start, int[] phrases) {
    this.start = start;
    this.phrases = phrases;
  }

  static SignatureGates of(List<Signature> signatures) {
    var start = new int[signatures.size() + 1];
    var phrases = new int[signatures.size() * 8];
    int count = 0;
    for (int i = 0; i < signatures.size(); i++) {
      var gate = (Numbers) RuleIndex.phraseGate(signatures.get(i));
      if (count + gate.size() > phrases.length) {
        phrases = Arrays.copyOf(phrases, 2 * (count + gate.size()));
      }
      for (int k = 0; k < gate.size(); k++) {
        phrases[count++] = gate.at(k);
      }
      start[i + 1] = count;
    }
    return new SignatureGates(start, Arrays.copyOf(phrases, count));
  }

  /// False when a signature cannot hold.
  boolean isOpen(int signature, PhraseIndex.Hits hits) {
    int end = start[signature + 1];
    int from = start[signature];
    for (int i = from; i < end; i++) {
      if (hits.contains(phrases[i])) {
        return true;
      }
    }
    return from == end;
  }
}
