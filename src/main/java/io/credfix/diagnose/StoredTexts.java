package io.credfix.diagnose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.RandomAccess;

/// Texts of the rulebook's binary form, each decoded when it is asked for.
final class StoredTexts extends AbstractList<String> implements RandomAccess {
  private final byte[] data;
  private final int[] starts;

  private StoredTexts(byte[] data, int[] starts) {
    this.data = data;
    this.starts = starts;
  }

  /// Reads where the texts stand, and none of them.
  @SuppressWarnings("ByteBufferBackingArray") // the buffer wraps a whole array
  static StoredTexts read(ByteBuffer in) {
    int[] starts = Arrays32.read(in);
    int first = in.position();
    in.position(first + starts[starts.length - 1]);
    for (int i = 0; i < starts.length; i++) {
      starts[i] += first;
    }
    return new StoredTexts(in.array(), starts);
  }

  @Override
  public String get(int index) {
    return new String(
        data, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return starts.length - 1;
  }
}
