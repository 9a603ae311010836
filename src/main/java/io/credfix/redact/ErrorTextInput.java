package io.credfix.redact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What became of an error text at the door: accepted, or refused with the reason. The limits are
/// the same for every way in.
public sealed interface ErrorTextInput {
  /// 64 KiB of UTF-8, the contract's limit.
  int MAX_BYTES = 65_536;

  /// It is a text of bounded size.
  record Accepted(Submission submission) implements ErrorTextInput {}

  /// It is not.
  record Refused(Reason reason) implements ErrorTextInput {}

  /// Why a text is refused.
  enum Reason {
    BLANK("The error text is empty."),
    TOO_LARGE("The error text has more than 65,536 bytes. Send the part around the error."),
    NOT_UTF8("The error text is not UTF-8.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /// For the caller; holds nothing of what was sent.
    public String sentence() {
      return sentence;
    }
  }

  /// Reads bytes; a byte order mark is left out.
  static ErrorTextInput read(byte[] utf8) {
    if (utf8.length > MAX_BYTES + 3) {
      return new Refused(Reason.TOO_LARGE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return read(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return new Refused(Reason.NOT_UTF8);
    }
  }

  /// Reads a text; lone surrogates become U+FFFD, so that it can be written as UTF-8 again.
  static ErrorTextInput read(String text) {
    String whole = wellFormed(text);
    if (whole.isBlank()) {
      return new Refused(Reason.BLANK);
    }
    if (whole.length() > MAX_BYTES || bytes(whole) > MAX_BYTES) {
      return new Refused(Reason.TOO_LARGE);
    }
    return new Accepted(Submission.of(whole));
  }

  /// The length of a well-formed text in UTF-8.
  private static int bytes(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A pair of surrogates has four bytes.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }

  private static String wellFormed(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\ufffd');
      }
    }
    return out == null ? text : out.toString();
  }
}
