package io.credfix.http;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A request's body as the event holds it; decoded when it is asked for, since most paths have no
/// use for it.
final class Body {
  /// 256 KiB.
  static final int MAX_BYTES = 262_144;

  private static final String TOO_LARGE = "The body has more than 262,144 bytes.";

  private static final String NOT_UTF8 = "The body is not UTF-8.";

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
    if (!base64) {
      return checked();
    }
    if (text.length() > MAX_BYTES * 3L / 2) {
      throw new Refusal(ProblemType.BODY_TOO_LARGE, TOO_LARGE);
    }
    byte[] bytes = decoded();
    if (bytes.length > MAX_BYTES) {
      throw new Refusal(ProblemType.BODY_TOO_LARGE, TOO_LARGE);
    }
    return Utf8.decode(bytes).orElseThrow(() -> new Refusal(ProblemType.MALFORMED_BODY, NOT_UTF8));
  }

  /// The event's own text, which is not copied, without a byte order mark. A lone surrogate is no
  /// text at all.
  private String checked() throws Refusal {
    if (text.length() > MAX_BYTES) {
      throw new Refusal(ProblemType.BODY_TOO_LARGE, TOO_LARGE);
    }
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      bytes += c < 0x800 ? 1 : 2;
      if (Character.isSurrogate(c)) {
        // A pair has four bytes, and its second half was counted with the first.
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new Refusal(ProblemType.MALFORMED_BODY, NOT_UTF8);
        }
        i++;
      }
    }
    if (bytes > MAX_BYTES) {
      throw new Refusal(ProblemType.BODY_TOO_LARGE, TOO_LARGE);
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private byte[] decoded() throws Refusal {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.MALFORMED_BODY, "The body is not Base64.");
    }
  }

  @Override
  public String toString() {
    return "Body[" + size() + " bytes]";
  }
}
