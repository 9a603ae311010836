package io.credfix.parse;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One paste as dialects read it: plain characters with their line breaks ([#text]), and the same
/// without white space ([#dense]), in which a phrase is found however its lines were wrapped.
/// Immutable to those who read it; one per call.
final class ReadableText {
  private static final byte NONE = 0;
  private static final byte BLANK = 1;
  private static final byte BREAK = 2;

  private final String text;
  private final char[] chars;
  private final String dense;
  private final char[] denseChars;
  private final int[] origin;
  private final byte[] gapBefore;
  private final boolean boxed;
  private @Nullable String denseLower;
  private @Nullable Words words;
  private @Nullable List<Member> members;
  private @Nullable MarkerIndex inText;
  private @Nullable MarkerIndex inDense;

  private ReadableText(char[] chars, boolean boxed) {
    this.chars = chars;
    this.boxed = boxed;
    text = new String(chars);
    var squeezed = new char[chars.length];
    origin = new int[chars.length + 1];
    gapBefore = new byte[chars.length + 1];
    byte gap = NONE;
    int length = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c == '\n') {
        gap = BREAK;
      } else if (c == ' ') {
        gap = gap == BREAK ? BREAK : BLANK;
      } else {
        origin[length] = i;
        gapBefore[length] = gap;
        squeezed[length++] = c;
        gap = NONE;
      }
    }
    origin[length] = chars.length;
    gapBefore[length] = gap;
    denseChars = Arrays.copyOf(squeezed, length);
    dense = new String(denseChars);
  }

  static ReadableText of(String raw) {
    boolean boxed = raw.indexOf('\u2577') >= 0 || raw.contains("\u2502 Error");
    return new ReadableText(TextCleaner.clean(raw), boxed);
  }

  /// True when the text stood in the box that Terraform draws around errors.
  boolean boxed() {
    return boxed;
  }

  /// Plain characters; line breaks are `\n`.
  String text() {
    return text;
  }

  /// [#text] without white space.
  String dense() {
    return dense;
  }

  /// [#dense] in lower case, character by character.
  String denseLower() {
    if (denseLower == null) {
      var lower = new char[denseChars.length];
      for (int i = 0; i < lower.length; i++) {
        char c = denseChars[i];
        if (c < 128) {
          lower[i] = Characters.isUpper(c) ? (char) (c + 32) : c;
        } else {
          lower[i] = Character.toLowerCase(c);
        }
      }
      denseLower = new String(lower);
    }
    return denseLower;
  }

  /// Every word, in order.
  Words words() {
    if (words == null) {
      words = new Words(text, chars);
    }
    return words;
  }

  /// Every name with its value, in order.
  List<Member> members() {
    if (members == null) {
      members = Member.all(text, chars);
    }
    return members;
  }

  /// The first place of a marker in [#text]; -1 when it is not there. Markers are looked up in an
  /// index that one pass over the text makes.
  int find(String marker) {
    return find(marker, 0);
  }

  /// The first place of a marker in [#text] at or behind another; -1 when it is not there.
  int find(String marker, int from) {
    if (inText == null) {
      inText = new MarkerIndex(text, chars);
    }
    return inText.find(marker, from);
  }

  /// The first place of a marker in [#text] at or behind another; -1 when it is not there.
  int find(Marker marker, int from) {
    if (inText == null) {
      inText = new MarkerIndex(text, chars);
    }
    return inText.find(marker, from);
  }

  /// The first place of a marker in [#dense]; -1 when it is not there.
  int findDense(String marker) {
    return findDense(marker, 0);
  }

  /// The first place of a marker in [#dense] at or behind another; -1 when it is not there.
  int findDense(String marker, int from) {
    if (inDense == null) {
      inDense = new MarkerIndex(dense, denseChars);
    }
    return inDense.find(marker, from);
  }

  /// Where a character of [#dense] stands in [#text].
  int inText(int denseIndex) {
    return origin[Math.min(denseIndex, dense.length())];
  }

  /// Where in [#dense] the first character at or behind a place of [#text] stands.
  int inDense(int textIndex) {
    int low = 0;
    int high = denseChars.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (origin[middle] < textIndex) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// True when white space other than a line break was left out before a character of [#dense].
  boolean blankBefore(int denseIndex) {
    return gapBefore[denseIndex] == BLANK;
  }

  /// True when a line break was left out before a character of [#dense].
  boolean breakBefore(int denseIndex) {
    return gapBefore[denseIndex] == BREAK;
  }

  /// A character of [#text], or NUL outside.
  char charAt(int index) {
    return index >= 0 && index < chars.length ? chars[index] : '\0';
  }

  /// The first character at or behind a place that is not white space, or NUL.
  char visibleFrom(int index) {
    int i = skipSpace(index);
    return charAt(i);
  }

  /// The first place at or behind `index` that is not white space.
  int skipSpace(int index) {
    int i = index;
    while (i < chars.length && chars[i] <= ' ') {
      i++;
    }
    return i;
  }

  /// The number of the first word that ends behind a place of [#text].
  int wordAt(int textIndex) {
    return words().behind(textIndex);
  }

  /// The characters of [#dense] from a place up to one of `stops`, at most `max`; empty when none
  /// of them follows.
  String denseUntil(int from, String stops, int max) {
    int end = Math.min(denseChars.length, from + max);
    for (int i = from; i < end; i++) {
      if (stops.indexOf(denseChars[i]) >= 0) {
        return dense.substring(from, i);
      }
    }
    return "";
  }

  /// Letters and digits of [#dense] from a place on, across line breaks but not across blanks.
  String denseWord(int from, int max) {
    int end = from;
    while (end < denseChars.length
        && end < from + max
        && Characters.isWord(denseChars[end])
        && (end == from || !blankBefore(end))) {
      end++;
    }
    return dense.substring(from, end);
  }
}
