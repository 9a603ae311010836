package io.credfix.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads the body of an HTTP/1.1 request: by length or in chunks.
final class RequestBody {
  /// One byte more than the API takes, so that the handler itself refuses what is too large.
  private static final int KEPT = Body.MAX_BYTES + 1;

  /// API Gateway's quota for a payload: what is longer is not read to its end.
  private static final long MAX_READ = 10_000_000;

  private static final int MAX_LINE = 1024;

  private RequestBody() {}

  /// The body, cut behind what the API takes.
  ///
  /// @throws WireException when its length is said in two ways or cannot be read
  static byte[] read(RequestHead head, WireReader in) throws IOException, WireException {
    String coding = head.field("transfer-encoding");
    String length = head.field("content-length");
    var bytes = new ByteArrayOutputStream();
    if (coding != null) {
      if (length != null) {
        throw new WireException(400, "The length of the body is said in two ways.");
      }
      if (!coding.equalsIgnoreCase("chunked")) {
        throw new WireException(501, "This transfer coding is not spoken here.");
      }
      chunks(in, bytes);
    } else if (length != null) {
      in.block(limited(number(length, 10)), bytes, KEPT);
    }
    return bytes.toByteArray();
  }

  /// Whether the client waits for a go-ahead before it sends the body.
  static boolean isAwaited(RequestHead head) {
    @Nullable String expect = head.field("expect");
    return expect != null && expect.equalsIgnoreCase("100-continue");
  }

  private static void chunks(WireReader in, ByteArrayOutputStream bytes)
      throws IOException, WireException {
    long total = 0;
    while (true) {
      String line = in.line(MAX_LINE);
      int extension = line.indexOf(';');
      long size = number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
      total = limited(total + size);
      if (size == 0) {
        break;
      }
      in.block(size, bytes, KEPT);
      if (!in.line(MAX_LINE).isEmpty()) {
        throw new WireException(400, "A chunk has another length than it says.");
      }
    }
    int trailers = 0;
    while (!in.line(MAX_LINE).isEmpty()) {
      if (++trailers > 20) {
        throw new WireException(431, "There are too many trailers.");
      }
    }
  }

  private static long limited(long length) throws WireException {
    if (length > MAX_READ) {
      throw new WireException(413, "The body is too large.");
    }
    return length;
  }

  private static long number(String text, int radix) throws WireException {
    boolean digits =
        !text.isEmpty()
            && text.length() <= 12
            && text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
    if (!digits) {
      throw new WireException(400, "The length of the body is no number.");
    }
    return Long.parseLong(text, radix);
  }
}
