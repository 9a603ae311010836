package io.credfix.diagnose;

import java.util.Map;

/// A text reduced to what phrases are compared by: lower-case letters, digits and punctuation, the
/// symbols 1 to 64. White space, quotes, backslashes, ANSI sequences, box-drawing and invisible
/// characters are left out and HTML and JSON escapes are resolved, so that a message which was
/// re-wrapped in the middle of a word, boxed, coloured or escaped still folds to the same
/// characters.
final class FoldedText {
  private static final byte OTHER = 1;
  private static final int GAP = 0x80;
  private static final byte[] SYMBOL_OF = symbolTable();
  private static final short[] PLAIN = plain();
  private static final Map<String, Character> ENTITIES =
      Map.of(
          "quot", '"', "apos", '\'', "amp", '&', "lt", '<', "gt", '>', "nbsp", ' ', "hellip", '.');

  // The symbol in the low seven bits; the sign: something was left out before it.
  private final byte[] symbols;
  private int length;
  private int gap;

  private FoldedText(int capacity) {
    // One more than there are symbols: whether something was left out at the end.
    symbols = new byte[capacity + 1];
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
    return (byte) (symbols[index] & 0x7f);
  }

  /// The symbols in the low seven bits, for the one loop that must be fast; only read.
  byte[] symbols() {
    return symbols;
  }

  /// True when a word may begin at `index` (or end before it): at the ends of the text, beside
  /// punctuation, or where something was left out.
  boolean edge(int index) {
    return index <= 0
        || index >= length
        || symbols[index] < 0
        || !isWord(symbols[index])
        || !isWord(symbols[index - 1] & 0x7f);
  }

  /// True when nothing was left out between two places.
  boolean solid(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (symbols[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(int symbol) {
    return symbol >= 2 && symbol < 38;
  }

  private void read(String text) {
    char[] chars = text.toCharArray();
    int end = chars.length;
    int at = 0;
    while (at < end) {
      at = readPlain(chars, at);
      if (at < end) {
        char c = chars[at];
        if (c == 0x1b) {
          at = skipAnsi(text, at + 1);
          gap = GAP;
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
  }

  /// Reads up to the next character that needs a closer look. What is left out is written as well
  /// and then written over: so the loop has no branch that a processor would guess wrong at every
  /// space.
  private int readPlain(char[] chars, int from) {
    byte[] out = symbols;
    int to = length;
    int before = gap;
    int at = from;
    while (at < chars.length) {
      char c = chars[at];
      int entry = c < 128 ? PLAIN[c] : -1;
      if (entry < 0) {
        break;
      }
      out[to] = (byte) (entry | before);
      to += entry >> 8;
      before = entry & GAP;
      at++;
    }
    length = to;
    gap = before;
    return at;
  }

  private void put(char c) {
    byte symbol;
    if (c < 128) {
      symbol = SYMBOL_OF[c];
    } else {
      symbol = c == '\u2019' || c == '\u2018' || isLeftOut(c) ? 0 : OTHER;
    }
    if (symbol == 0) {
      gap = GAP;
    } else {
      symbols[length++] = (byte) (symbol | gap);
      gap = 0;
    }
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
    gap = GAP;
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

  private static byte[] symbolTable() {
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

  /// By character: 256 and the symbol; [#GAP] for what is left out; -1 for what begins an escape.
  private static short[] plain() {
    var table = new short[128];
    for (int c = 0; c < 128; c++) {
      table[c] = (short) (SYMBOL_OF[c] == 0 ? GAP : 0x100 | SYMBOL_OF[c]);
    }
    table[0x1b] = -1;
    table['\\'] = -1;
    table['&'] = -1;
    return table;
  }
}
