package io.credfix.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What a terminal, a mail client, a chat or a serializer does to a text before it is pasted.
enum Clothing {
  PLAIN,
  JSON,
  JSON_TWICE,
  HTML,
  HTML_NUMERIC,
  URL,
  PYTHON_REPR,
  CARRIAGE_RETURNS,
  QUOTED,
  QUOTED_TWICE,
  BOXED,
  INDENTED,
  FENCED,
  COLOURED_LINES,
  LOST_ESCAPES,
  SURROUNDED,
  COLOURED_SECRETS("\u001b[32m", 7),
  ZERO_WIDTH("\u200b", 5),
  SOFT_HYPHENS("\u00ad", 9),
  BYTE_ORDER_MARKS("\ufeff", 13),
  NO_BREAK_SPACES("\u00a0", 11),
  WRAPPED,
  WRAPPED_IN_A_BOX,
  WRAPPED_IN_A_QUOTE,
  SOFT_BREAKS,
  TIMESTAMPED,
  CONTAINER_LOG,
  ADDED_LINES,
  NUMBERED,
  COMMENTED,
  JSON_LINES;

  private final String inserted;
  private final int every;

  Clothing() {
    this("", 0);
  }

  Clothing(String inserted, int every) {
    this.inserted = inserted;
    this.every = every;
  }

  /// Dresses a whole text.
  String dress(String text) {
    return switch (this) {
      case JSON -> json(text);
      case JSON_TWICE -> json(json(text));
      case HTML -> html(text);
      case HTML_NUMERIC ->
          text.replace("&", "&#38;")
              .replace("\"", "&#34;")
              .replace("'", "&#39;")
              .replace("<", "&#x3c;")
              .replace(">", "&#x3E;");
      case URL -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
      case PYTHON_REPR ->
          "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
      case CARRIAGE_RETURNS -> text.replace("\n", "\r\n");
      case QUOTED -> prefixed(text, "> ");
      case QUOTED_TWICE -> prefixed(text, "> > ");
      case BOXED -> prefixed(text, "│ ");
      case INDENTED -> prefixed(text, "      ");
      case FENCED -> "```\n" + text + "\n```";
      case COLOURED_LINES ->
          "\u001b[1;31m" + text.replace("\n", "\u001b[0m\n\u001b[36m") + "\u001b[0m";
      case LOST_ESCAPES -> "[31m" + text.replace("\n", "[0m\n[36m") + "[0m";
      case SURROUNDED ->
          "Traceback (most recent call last):\n" + text + "\nAn error occurred (AccessDenied)";
      case WRAPPED -> wrapped(text);
      case WRAPPED_IN_A_BOX -> prefixed(wrapped(text), "│ ");
      case WRAPPED_IN_A_QUOTE -> prefixed(wrapped(text), "> ");
      case SOFT_BREAKS -> quotedPrintable(text);
      case TIMESTAMPED -> prefixed(text, "2026-11-24T10:00:00.1234567Z ");
      case CONTAINER_LOG -> prefixed(text, "app-1  | ");
      case ADDED_LINES -> prefixed(text, "+");
      case NUMBERED -> numbered(text);
      case COMMENTED -> prefixed(text, "# ");
      case JSON_LINES -> jsonLines(text);
      case PLAIN, COLOURED_SECRETS, ZERO_WIDTH, SOFT_HYPHENS, BYTE_ORDER_MARKS, NO_BREAK_SPACES ->
          text;
    };
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

  private static String prefixed(String text, String prefix) {
    return prefix + text.replace("\n", "\n" + prefix);
  }

  private static String numbered(String text) {
    var out = new StringBuilder();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      out.append(number == 0 ? "" : "\n").append("%4d  ".formatted(++number)).append(line);
    }
    return out.toString();
  }

  private static String jsonLines(String text) {
    var out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n")
          .append("{\"level\":\"info\",\"msg\":")
          .append(json(line))
          .append(",\"ts\":1700000000}");
    }
    return out.toString();
  }

  private static String wrapped(String text) {
    return text.replaceAll("([^\\n]{80})(?=[^\\n])", "$1\n");
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
