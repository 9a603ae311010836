package io.credfix.diagnose;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Arrays of integers in the rulebook's binary form: a count, then the numbers, big-endian.
final class Arrays32 {
  private Arrays32() {}

  static void write(DataOutput out, int[] array) throws IOException {
    out.writeInt(array.length);
    var bytes = new byte[array.length * 4];
    var buffer = java.nio.ByteBuffer.wrap(bytes);
    buffer.asIntBuffer().put(array);
    out.write(bytes);
  }

  static int[] read(DataInput in) throws IOException {
    var array = new int[in.readInt()];
    var bytes = new byte[array.length * 4];
    in.readFully(bytes);
    java.nio.ByteBuffer.wrap(bytes).asIntBuffer().get(array);
    return array;
  }
}
