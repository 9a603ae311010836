package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorTextInputTest {
  private static ErrorTextInput.Reason refused(ErrorTextInput input) {
    return assertInstanceOf(ErrorTextInput.Refused.class, input).reason();
  }

  private static String accepted(ErrorTextInput input) {
    return assertInstanceOf(ErrorTextInput.Accepted.class, input).submission().errorText();
  }

  @Test
  void theLimitIsInBytes() {
    int max = ErrorTextInput.MAX_BYTES;
    assertEquals(max, accepted(ErrorTextInput.read("x".repeat(max))).length());
    assertEquals(
        ErrorTextInput.Reason.TOO_LARGE, refused(ErrorTextInput.read("x".repeat(max + 1))));
    assertEquals(
        ErrorTextInput.Reason.TOO_LARGE, refused(ErrorTextInput.read("é".repeat(max / 2 + 1))));
    assertEquals(ErrorTextInput.Reason.TOO_LARGE, refused(ErrorTextInput.read(new byte[max + 4])));
  }

  @Test
  void bytesMustBeUtf8AndMayBeginWithAMark() {
    byte[] marked = "\ufeffa".getBytes(StandardCharsets.UTF_8);
    assertEquals("a", accepted(ErrorTextInput.read(marked)));
    assertEquals(
        ErrorTextInput.Reason.NOT_UTF8, refused(ErrorTextInput.read(new byte[] {(byte) 0xff})));
  }

  @Test
  void blankTextsAreNone() {
    assertEquals(ErrorTextInput.Reason.BLANK, refused(ErrorTextInput.read(" \n\t\u2003")));
    assertEquals(ErrorTextInput.Reason.BLANK, refused(ErrorTextInput.read(new byte[0])));
  }

  @Test
  void loneSurrogatesAreReplacedAndPairsStay() {
    assertEquals(
        "a\ufffdb\ufffd\ud83d\ude00", accepted(ErrorTextInput.read("a\ud800b\udc00\ud83d\ude00")));
  }
}
