package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;

/// Letters, digits and underscores in a row.
///
/// @param start index of the first character
/// @param end index behind the last
/// @param text the characters
record Word(int start, int end, String text) {
  /// Longer runs are data, not words.
  private static final int LONGEST = 120;

  /// Every word of a text, in order.
  static List<Word> all(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Characters.isWord(text.charAt(at))) {
        at++;
      }
      if (at > start && at - start <= LONGEST) {
        words.add(new Word(start, at, text.substring(start, at)));
      }
      at = Math.max(at, start + 1);
    }
    return words;
  }
}
