package io.credfix.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// What a terminal, a mail client, a chat or a serializer does to a text before it is pasted.
enum Clothing {
  PLAIN,
  JSON(Clothing::json),
  JSON_TWICE(text -> json(json(text))),
  HTML(Clothing::html),
  HTML_NUMERIC(
      text ->
          text.replace("&", "&#38;")
              .replace("\"", "&#34;")
              .replace("'", "&#39;")
              .replace("<", "&#x3c;")
              .replace(">", "&#x3E;")),
  URL(text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")),
  PYTHON_REPR(
      text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"),
  CARRIAGE_RETURNS(text -> text.replace("\n", "\r\n")),
  QUOTED(text -> "> " + text.replace("\n", "\n> ")),
  QUOTED_TWICE(text -> "> > " + text.replace("\n", "\n> > ")),
  BOXED(text -> "│ " + text.replace("\n", "\n│ ")),
  INDENTED(text -> "      " + text.replace("\n", "\n      ")),
  FENCED(text -> "```\n" + text + "\n```"),
  COLOURED_LINES(
      text -> "\u001b[1;31m" + text.replace("\n", "\u001b[0m\n\u001b[36m") + "\u001b[0m"),
  LOST_ESCAPES(text -> "[31m" + text.replace("\n", "[0m\n[36m") + "[0m"),
  SURROUNDED(
      text -> "Traceback (most recent call last):\n" + text + "\nAn error occurred (AccessDenied)"),
  COLOURED_SECRETS(text -> text, "\u001b[32m", 7),
  ZERO_WIDTH(text -> text, "\u200b", 5),
  SOFT_HYPHENS(text -> text, "\u00ad", 9),
  BYTE_ORDER_MARKS(text -> text, "\ufeff", 13),
  NO_BREAK_SPACES(text -> text, "\u00a0", 11),
  WRAPPED(text -> wrapped(text, "\n")),
  WRAPPED_IN_A_BOX(text -> "│ " + wrapped(text, "\n│ ").replaceAll("\n(?!│)", "\n│ ")),
  WRAPPED_IN_A_QUOTE(text -> "> " + wrapped(text, "\n> ").replaceAll("\n(?!>)", "\n> ")),
  SOFT_BREAKS(Clothing::quotedPrintable);

  private final UnaryOperator<String> whole;
  final String inserted;
  final int every;

  Clothing() {
    this(text -> text);
  }

  Clothing(UnaryOperator<String> whole) {
    this(whole, "", 0);
  }

  Clothing(UnaryOperator<String> whole, String inserted, int every) {
    this.whole = whole;
    this.inserted = inserted;
    this.every = every;
  }

  /// Dresses a whole text.
  String dress(String text) {
    return whole.apply(text);
  }

  /// Puts invisible characters between the letters of a secret.
  String dressSecret(String secret) {
    if (every == 0) {
      return secret;
    }
    var out = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      boolean inToken =
          i > 0
              && i % every == 0
              && isToken(secret.charAt(i))
              && isToken(secret.charAt(i - 1))
              && secret.lastIndexOf('%', i) < i - 5;
      out.append(inToken ? inserted : "").append(secret.charAt(i));
    }
    return out.toString();
  }

  private static String wrapped(String text, String end) {
    return text.replaceAll("([^\n]{80})(?=[^\n])", "$1" + end);
  }

  private static String quotedPrintable(String text) {
    return text.replace("=", "=3D").replaceAll("([^\n]{75})(?=[^\n])", "$1=\n");
  }

  private static boolean isToken(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static String json(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;");
  }
}
