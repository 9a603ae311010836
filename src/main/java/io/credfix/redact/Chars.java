package io.credfix.redact;

/// Character classes of the scanners. ASCII only: no secret format uses anything else.
final class Chars {
  private Chars() {}

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
    return isLetter(c) || isDigit(c);
  }

  static boolean isHex(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static int hex(char c) {
    return isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
  }

  /// Standard base64 without padding.
  static boolean isBase64(char c) {
    return isAlnum(c) || c == '+' || c == '/';
  }

  /// Standard and URL-safe base64 without padding.
  static boolean isAnyBase64(char c) {
    return isBase64(c) || c == '-' || c == '_';
  }

  /// Base64 and what tokens join their parts with.
  static boolean isDotted(char c) {
    return isAnyBase64(c) || c == '.' || c == '~';
  }

  static boolean isName(char c) {
    return isAlnum(c) || c == '_' || c == '-' || c == '.';
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
