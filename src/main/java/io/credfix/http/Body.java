package io.credfix.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A request's body as the event holds it; decoded when it is asked for, since most paths have no
/// use for it.
final class Body {
  /// 256 KiB.
  static final int MAX_BYTES = 262_144;

  private static final String TOO_LARGE = "The body has more than 262,144 bytes.";

  private final String text;
  private final boolean base64;

  /// @param text null for none
  Body(@Nullable String text, boolean base64) {
    this.text = text == null ? "" : text;
    this.base64 = base64;
  }

  /// About how much was sent, in bytes; for the log.
  int size() {
    return base64 ? (int) (text.length() * 3L / 4) : text.length();
  }

  /// The text.
  ///
  /// @throws Refusal when it is too large, no Base64 or not UTF-8
  String utf8() throws Refusal {
    @Nullable String decoded = Utf8.decode(bytes()).orElse(null);
    if (decoded == null) {
      throw new Refusal(ProblemType.MALFORMED_BODY, "The body is not UTF-8.");
    }
    return decoded;
  }

  private byte[] bytes() throws Refusal {
    if (text.length() > (base64 ? MAX_BYTES * 3L / 2 : MAX_BYTES)) {
      throw new Refusal(ProblemType.BODY_TOO_LARGE, TOO_LARGE);
    }
    byte[] bytes = base64 ? decoded() : encoded();
    if (bytes.length > MAX_BYTES) {
      throw new Refusal(ProblemType.BODY_TOO_LARGE, TOO_LARGE);
    }
    return bytes;
  }

  private byte[] decoded() throws Refusal {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.MALFORMED_BODY, "The body is not Base64.");
    }
  }

  /// A lone surrogate in the event is no text at all.
  private byte[] encoded() throws Refusal {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new Refusal(ProblemType.MALFORMED_BODY, "The body is not UTF-8.");
    }
  }

  @Override
  public String toString() {
    return "Body[" + size() + " bytes]";
  }
}
