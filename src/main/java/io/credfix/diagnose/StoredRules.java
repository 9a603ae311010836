package io.credfix.diagnose;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Rules of the rulebook's binary form. A rule is decoded when a text first brings it up: most
/// pastes bring up a handful.
final class StoredRules extends AbstractList<Rule> implements RandomAccess {
  private final byte[] data;
  private final int[] starts;
  // Two threads may decode the same rule: both results are equal, immutable and safe to share.
  private final @Nullable Rule[] rules;

  private StoredRules(byte[] data, int[] starts) {
    this.data = data;
    this.starts = starts;
    rules = new Rule[starts.length - 1];
  }

  /// Reads where the rules stand, and none of them.
  @SuppressWarnings("ByteBufferBackingArray") // the buffer wraps a whole array
  static StoredRules read(ByteBuffer in) {
    int[] starts = Arrays32.read(in);
    int first = in.position();
    in.position(first + starts[starts.length - 1]);
    for (int i = 0; i < starts.length; i++) {
      starts[i] += first;
    }
    return new StoredRules(in.array(), starts);
  }

  @Override
  public Rule get(int index) {
    Rule rule = rules[index];
    if (rule == null) {
      rule = RulebookFormat.rule(ByteBuffer.wrap(data).position(starts[index]));
      rules[index] = rule;
    }
    return rule;
  }

  @Override
  public int size() {
    return rules.length;
  }
}
