package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A name with its value, as JSON, YAML, Python, JavaScript, Ruby, Rust, HTTP headers, log lines
/// and shells write it: `"Code": "X"`, `'Code': 'X'`, `code: Some("X")`, `Code: X`, `code=X`, `code
/// => X`.
///
/// @param name as written
/// @param key the name in lower case without `-` and `_`
/// @param value without quotes
/// @param start index of the name
/// @param valueStart index of the value
/// @param quoted true when the value stood in quotes
record Member(String name, String key, String value, int start, int valueStart, boolean quoted) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 4000;

  /// Every name with its value, in order; also those inside another's value. The work is linear:
  /// every value is cut at [#LONGEST_VALUE] and names in it are read once.
  static List<Member> all(String text) {
    List<Member> members = new ArrayList<>();
    int at = 0;
    int work = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isName(text.charAt(at))) {
        at++;
      }
      if (at > start && at - start <= LONGEST_NAME && Characters.isWord(text.charAt(start))) {
        int value = valueStart(text, at);
        if (value > 0 && work < 20 * text.length() + 10_000) {
          Member member = read(text, start, at, value);
          work += member.value.length();
          members.add(member);
        }
      }
      at = Math.max(at, start + 1);
    }
    return members;
  }

  private static boolean isName(char c) {
    return Characters.isWord(c) || c == '-' || c == '.' || c == '#';
  }

  /// Where the value of a name begins that ends at `at`; -1 when none follows.
  private static int valueStart(String text, int at) {
    int i = at;
    if (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
      i++;
    }
    i = blanks(text, i);
    if (i >= text.length()) {
      return -1;
    }
    char c = text.charAt(i);
    if (c != ':' && c != '=') {
      return -1;
    }
    i++;
    if (i < text.length() && text.charAt(i) == '>') {
      i++;
    }
    if (c == ':' && i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == '/')) {
      return -1;
    }
    i = blanks(text, i);
    if (text.startsWith("Some(", i)) {
      i += 5;
    }
    if (text.startsWith("b'", i) || text.startsWith("u'", i) || text.startsWith("u\"", i)) {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '\n' && at < i && text.charAt(at) == '"') {
      // JSON may have been wrapped behind the colon.
      int next = blanks(text, i + 1);
      return next < text.length() && text.charAt(next) == '"' ? next : -1;
    }
    return i < text.length() && text.charAt(i) != '\n' ? i : -1;
  }

  private static int blanks(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + 40 && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static Member read(String text, int nameStart, int nameEnd, int at) {
    String name = text.substring(nameStart, nameEnd);
    String key = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'' || quote == '`') {
      return new Member(name, key, quoted(text, at + 1, quote), nameStart, at + 1, true);
    }
    int end = at;
    int limit = Math.min(text.length(), at + 400);
    while (end < limit && " \n,;\"'`)}]|<".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new Member(name, key, text.substring(at, end), nameStart, at, false);
  }

  /// Up to the quote that closes: escaped quotes inside were unescaped, so a quote counts only in
  /// front of what can follow a value.
  private static String quoted(String text, int from, char quote) {
    int limit = Math.min(text.length(), from + LONGEST_VALUE);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == quote) {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        if (next == '\n' || next == ' ' || ",;:}])>".indexOf(next) >= 0) {
          return text.substring(from, i);
        }
      }
    }
    return text.substring(from, limit);
  }
}
