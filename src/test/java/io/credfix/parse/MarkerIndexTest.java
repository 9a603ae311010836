package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkerIndexTest {
  /// Whatever the text and the marker: it finds what a search from left to right finds.
  @Test
  void findsWhatASearchFinds() {
    var random = new Random(3);
    String[] pieces = {"a", "b", "ab", "error", " ", "\n", "\u0161", "profile ", "(", "aaaa"};
    for (int i = 0; i < 4000; i++) {
      String text = text(random, pieces, random.nextInt(60));
      String marker = text(random, pieces, 1 + random.nextInt(3));
      var index = new MarkerIndex(text);
      for (int from = 0; from <= text.length(); from++) {
        assertEquals(text.indexOf(marker, from), index.find(marker, from), text + "|" + marker);
      }
    }
  }

  private static String text(Random random, String[] pieces, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  @Test
  void tellsCharactersApartThatShareTheirLowerHalf() {
    var index = new MarkerIndex("x\u0161bcd abcd");
    assertEquals(6, index.find("abcd", 0));
    assertEquals(1, index.find("\u0161bcd", 0));
    assertEquals(-1, index.find("\u0261bcd", 0));
  }
}
