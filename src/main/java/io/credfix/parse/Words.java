package io.credfix.parse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Every word of a text by its number, in order. Places are noted in one pass; a word is copied out
/// of the text when somebody asks for it, which of most words nobody does.
final class Words {
  /// Longer runs are data, not words.
  private static final int LONGEST = 120;

  private final String text;
  private final char[] chars;
  private int[] starts;
  private int[] ends;
  private int size;
  private final @Nullable Word[] read;

  /// @param chars the characters of the text
  Words(String text, char[] chars) {
    this.text = text;
    this.chars = chars;
    starts = new int[chars.length / 6 + 8];
    ends = new int[starts.length];
    int at = 0;
    while (at < chars.length) {
      if (!Characters.isWord(chars[at])) {
        at++;
        continue;
      }
      int start = at++;
      while (at < chars.length && Characters.isWord(chars[at])) {
        at++;
      }
      if (at - start <= LONGEST) {
        add(start, at);
      }
    }
    read = new Word[size];
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size++] = end;
  }

  int size() {
    return size;
  }

  /// Where a word begins.
  int start(int number) {
    return starts[number];
  }

  /// Behind where a word ends.
  int end(int number) {
    return ends[number];
  }

  /// A word's first character.
  char first(int number) {
    return chars[starts[number]];
  }

  /// A word's last character.
  char last(int number) {
    return chars[ends[number] - 1];
  }

  /// The number of the first word that ends behind a place.
  int behind(int place) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The word of a number.
  Word get(int number) {
    @Nullable Word word = read[number];
    if (word == null) {
      int start = starts[number];
      word = new Word(start, ends[number], text.substring(start, ends[number]));
      read[number] = word;
    }
    return word;
  }
}
