package io.credfix.diagnose;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Arrays of integers in the rulebook's binary form: a count, then the numbers, big-endian.
final class Arrays32 {
  private Arrays32() {}

  static void write(DataOutput out, int[] array) throws IOException {
    out.writeInt(array.length);
    var bytes = new byte[array.length * 4];
    ByteBuffer.wrap(bytes).asIntBuffer().put(array);
    out.write(bytes);
  }

  static int[] read(ByteBuffer in) {
    var array = new int[in.getInt()];
    in.asIntBuffer().get(array);
    in.position(in.position() + array.length * 4);
    return array;
  }
}
