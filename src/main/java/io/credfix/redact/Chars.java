package io.credfix.redact;

/// Character classes of the scanners. ASCII only: no secret format uses anything else.
final class Chars {
  /// Bits of [#classes]: what a character is.
  static final int ALNUM = 1;

  private static final int BASE64 = 2;
  static final int ANY_BASE64 = 4;
  private static final int DOTTED = 8;
  static final int NAME = 16;
  private static final int HEX = 32;

  /// Something that a survey looks at twice.
  static final int SPECIAL = 64;

  /// A letter, digit or mark that no text format uses for anything else.
  private static final int PLAIN = 128;

  // By character, of which there are 65,536: no character needs a check before it is looked up, and
  // scanners look up every one of them.
  private static final byte[] CLASSES = table();

  private Chars() {}

  private static byte[] table() {
    var classes = new byte[1 << 16];
    for (char c = '0'; c <= 'z'; c++) {
      if (isDigit(c) || isLetter(c)) {
        classes[c] = ALNUM | BASE64 | ANY_BASE64 | DOTTED | NAME;
      }
      if (isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
        classes[c] |= HEX;
      }
    }
    classes['+'] = BASE64 | ANY_BASE64 | DOTTED;
    classes['/'] = BASE64 | ANY_BASE64 | DOTTED;
    classes['-'] = ANY_BASE64 | DOTTED | NAME;
    classes['_'] = ANY_BASE64 | DOTTED | NAME;
    classes['.'] = DOTTED | NAME;
    classes['~'] = DOTTED;
    for (char c : new char[] {':', '?', '-', '\n', 'I', 'C'}) {
      classes[c] |= SPECIAL;
    }
    for (char c = ' '; c <= '~'; c++) {
      if ("[^\\&%=".indexOf(c) < 0) {
        classes[c] |= (byte) PLAIN;
      }
    }
    classes['\t'] |= (byte) PLAIN;
    return classes;
  }

  private static boolean is(char c, int kind) {
    return (CLASSES[c] & kind) != 0;
  }

  /// What a character is, by bits; 0 for one that is in no token.
  static int classes(char c) {
    return CLASSES[c];
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(char c) {
    return isUpper(c) || isLower(c);
  }

  static boolean isAlnum(char c) {
    return is(c, ALNUM);
  }

  static boolean isHex(char c) {
    return is(c, HEX);
  }

  static int hex(char c) {
    return isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
  }

  /// Standard base64 without padding.
  static boolean isBase64(char c) {
    return is(c, BASE64);
  }

  /// Standard and URL-safe base64 without padding.
  static boolean isAnyBase64(char c) {
    return is(c, ANY_BASE64);
  }

  /// Base64 and what tokens join their parts with.
  static boolean isDotted(char c) {
    return is(c, DOTTED);
  }

  static boolean isPlain(char c) {
    return is(c, PLAIN);
  }

  static boolean isName(char c) {
    return is(c, NAME);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  static boolean isBox(char c) {
    return c == '|' || c >= '\u2500' && c <= '\u257f' || c == '\u00a6';
  }

  static boolean isMask(char c) {
    return c == '*' || c == '\u2022' || c == '\u2026' || c == '\u25cf' || c == '#' || c == '\u00b7';
  }
}
