package io.credfix.diagnose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Texts of the rulebook's binary form that few ask for: the words of phrases, which are known by
/// their numbers. Decoded together, when first needed.
final class LateTexts extends AbstractList<String> implements RandomAccess {
  private final byte[] data;
  private final int start;
  private final int size;
  // Two threads may decode at once: both results are equal, immutable and safe to share.
  private @Nullable List<String> texts;

  private LateTexts(byte[] data, int start, int size) {
    this.data = data;
    this.start = start;
    this.size = size;
  }

  /// Goes over the texts, each a byte count and UTF-8, and decodes none.
  @SuppressWarnings("ByteBufferBackingArray") // the buffer wraps a whole array
  static LateTexts read(ByteBuffer in) {
    int size = in.getInt();
    var texts = new LateTexts(in.array(), in.position(), size);
    for (int i = 0; i < size; i++) {
      int length = in.getInt();
      in.position(in.position() + length);
    }
    return texts;
  }

  private List<String> texts() {
    List<String> read = texts;
    if (read == null) {
      ByteBuffer in = ByteBuffer.wrap(data).position(start);
      read = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        int length = in.getInt();
        read.add(new String(data, in.position(), length, StandardCharsets.UTF_8));
        in.position(in.position() + length);
      }
      texts = read;
    }
    return read;
  }

  @Override
  public String get(int index) {
    return texts().get(index);
  }

  @Override
  public int size() {
    return size;
  }
}
