package io.credfix.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads bytes of one connection: lines and blocks, within a limit and a deadline.
final class WireReader {
  private final InputStream in;
  private long deadline = Long.MAX_VALUE;

  WireReader(InputStream in) {
    this.in = new BufferedInputStream(in, 16_384);
  }

  /// From now on reading takes at most so long.
  void within(long millis) {
    deadline = System.nanoTime() + millis * 1_000_000;
  }

  /// Waits until something comes.
  ///
  /// @return false at the end of the connection
  boolean await() throws IOException {
    in.mark(1);
    int next = in.read();
    in.reset();
    return next >= 0;
  }

  /// A line without its end, CRLF or a bare LF.
  ///
  /// @param limit bytes it may have
  /// @throws WireException 431 when it has more, 400 when a bare CR or a NUL stands in it
  String line(int limit) throws IOException, WireException {
    var bytes = new ByteArrayOutputStream(128);
    while (true) {
      int next = next();
      if (next == '\n') {
        return bytes.toString(StandardCharsets.UTF_8);
      }
      if (next == '\r') {
        if (next() != '\n') {
          throw new WireException(400, "A carriage return stands alone.");
        }
        return bytes.toString(StandardCharsets.UTF_8);
      }
      if (next == 0) {
        throw new WireException(400, "A NUL stands in the header.");
      }
      if (bytes.size() >= limit) {
        throw new WireException(431, "The header is too large.");
      }
      bytes.write(next);
    }
  }

  /// Reads a block.
  ///
  /// @param length its size in bytes
  /// @param into keeps what fits
  /// @param limit bytes that `into` may hold; the rest is read and dropped
  void block(long length, ByteArrayOutputStream into, int limit) throws IOException, WireException {
    byte[] buffer = new byte[8192];
    long left = length;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException();
      }
      into.write(buffer, 0, Math.clamp(limit - into.size(), 0, count));
      left -= count;
      checkTime();
    }
  }

  private int next() throws IOException, WireException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    checkTime();
    return next;
  }

  private void checkTime() throws WireException {
    if (System.nanoTime() - deadline > 0) {
      throw new WireException(408, "The request took too long.");
    }
  }
}
