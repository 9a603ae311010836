package io.credfix.render;

/// Text inside HTML, whoever wrote it.
final class HtmlText {
  private HtmlText() {}

  /// The text escaped for element content and for double-quoted attribute values. Characters that
  /// HTML does not allow, and those that reorder what the reader sees, become U+FFFD.
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        case '\r' -> out.append("&#13;");
        default -> out.append(isDisplayed(c) ? c : '\ufffd');
      }
    }
    return out.toString();
  }

  private static boolean isDisplayed(char c) {
    return c >= 0x20 && (c < 0x7f || c > 0x9f) && !isBidiControl(c);
  }

  /// The explicit directional formatting characters of UAX 9.
  static boolean isBidiControl(char c) {
    return c == '\u061c'
        || c >= '\u200e' && c <= '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }
}
