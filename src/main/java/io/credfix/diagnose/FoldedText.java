package io.credfix.diagnose;

import java.util.Map;

/// A text reduced to what phrases are compared by: lower-case letters, digits and punctuation.
/// White space, quotes, backslashes, ANSI sequences, box-drawing and invisible characters are left
/// out and HTML and JSON escapes are resolved, so that a message which was re-wrapped in the middle
/// of a word, boxed, coloured or escaped still folds to the same characters.
final class FoldedText {
  /// How many symbols there are, 0 (never used) included.
  static final int SYMBOLS = 66;

  private static final int OTHER = 1;
  private static final byte[] SYMBOL_OF = symbols();
  private static final Map<String, Character> ENTITIES =
      Map.of(
          "quot", '"', "apos", '\'', "amp", '&', "lt", '<', "gt", '>', "nbsp", ' ', "hellip", '.');

  private final byte[] symbols;
  private final boolean[] gapBefore;
  private int length;

  private FoldedText(int capacity) {
    symbols = new byte[capacity];
    gapBefore = new boolean[capacity + 1];
  }

  /// Folds a text in one pass; the work is linear in its length.
  static FoldedText of(String text) {
    var folded = new FoldedText(text.length());
    folded.read(text);
    return folded;
  }

  int length() {
    return length;
  }

  byte symbol(int index) {
    return symbols[index];
  }

  /// True when a word may begin at `index` (or end before it): at the ends of the text, beside
  /// punctuation, or where something was left out.
  boolean edge(int index) {
    return index <= 0
        || index >= length
        || gapBefore[index]
        || !isWord(symbols[index])
        || !isWord(symbols[index - 1]);
  }

  /// True when nothing was left out between two places.
  boolean solid(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (gapBefore[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(byte symbol) {
    return symbol >= 2 && symbol < 38;
  }

  private void read(String text) {
    int end = text.length();
    int at = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (c == 0x1b) {
        at = skipAnsi(text, at + 1);
        gap();
      } else if (c == '\\') {
        at = readBackslash(text, at + 1);
      } else if (c == '&') {
        at = readEntity(text, at + 1);
      } else {
        put(c);
        at++;
      }
    }
  }

  private void put(char c) {
    if (c < 128) {
      byte symbol = SYMBOL_OF[c];
      if (symbol == 0) {
        gap();
      } else {
        symbols[length++] = symbol;
      }
    } else if (c == '\u2019' || c == '\u2018' || isLeftOut(c)) {
      gap();
    } else {
      symbols[length++] = OTHER;
    }
  }

  private void gap() {
    gapBefore[length] = true;
  }

  private static boolean isLeftOut(char c) {
    return c == '\u00a0'
        || c == '\u00ad'
        || (c >= '\u2000' && c <= '\u200f')
        || (c >= '\u201c' && c <= '\u201f')
        || (c >= '\u2028' && c <= '\u202f')
        || (c >= '\u2060' && c <= '\u206f')
        || (c >= '\u2500' && c <= '\u259f')
        || c == '\ufeff';
  }

  private static int skipAnsi(String text, int at) {
    int end = Math.min(text.length(), at + 32);
    if (at < end && text.charAt(at) == '[') {
      at++;
      while (at < end && !Character.isLetter(text.charAt(at))) {
        at++;
      }
      return Math.min(at + 1, text.length());
    }
    return at;
  }

  /// JSON and shell escapes: `\n` and its like are white space, four hexadecimal digits behind a
  /// `u` are their character, any other escaped character stands for itself.
  private int readBackslash(String text, int at) {
    gap();
    if (at >= text.length()) {
      return at;
    }
    char c = text.charAt(at);
    if (c == 'u' && at + 4 < text.length()) {
      int code = hex(text, at + 1, 4);
      if (code >= 0) {
        put((char) code);
        return at + 5;
      }
    }
    if (c == 'n' || c == 't' || c == 'r') {
      return at + 1;
    }
    return at;
  }

  private int readEntity(String text, int at) {
    int end = Math.min(text.length(), at + 10);
    int semicolon = at;
    while (semicolon < end && text.charAt(semicolon) != ';') {
      semicolon++;
    }
    if (semicolon < end) {
      String name = text.substring(at, semicolon);
      Character known = ENTITIES.get(name);
      if (known != null) {
        // `&amp;quot;` is escaped twice: the ampersand may begin the next entity.
        if (known == '&') {
          return readEntityAgain(text, semicolon + 1);
        }
        put(known);
        return semicolon + 1;
      }
      int code = numeric(name);
      if (code > 0) {
        put((char) code);
        return semicolon + 1;
      }
    }
    put('&');
    return at;
  }

  private int readEntityAgain(String text, int at) {
    int end = Math.min(text.length(), at + 10);
    for (int semicolon = at; semicolon < end; semicolon++) {
      if (text.charAt(semicolon) == ';') {
        String name = text.substring(at, semicolon);
        Character known = ENTITIES.get(name);
        int code = known != null ? known : numeric(name);
        if (code > 0) {
          put((char) code);
          return semicolon + 1;
        }
        break;
      }
    }
    put('&');
    return at;
  }

  private static int numeric(String name) {
    if (name.length() < 2 || name.charAt(0) != '#') {
      return -1;
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int value = 0;
    for (int i = hex ? 2 : 1; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        return -1;
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    return value > 0xffff ? -1 : value;
  }

  private static int hex(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static byte[] symbols() {
    var table = new byte[128];
    byte next = 2;
    for (char c = 'a'; c <= 'z'; c++) {
      table[c] = next;
      table[c - 32] = next;
      next++;
    }
    for (char c = '0'; c <= '9'; c++) {
      table[c] = next++;
    }
    for (char c = '!'; c < 127; c++) {
      if (table[c] == 0 && c != '"' && c != '\'' && c != '`' && c != '\\' && c != '|') {
        table[c] = next++;
      }
    }
    return table;
  }
}
