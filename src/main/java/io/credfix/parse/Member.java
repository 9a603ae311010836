package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name with its value, as JSON, YAML, Python, JavaScript, Ruby, Rust, HTTP headers, log lines
/// and shells write it: `"Code": "X"`, `'Code': 'X'`, `code: Some("X")`, `Code: X`, `code=X`, `code
/// => X`. A value is copied out of the text when somebody asks for it, which of most nobody does.
final class Member {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 4000;
  private static final int LONGEST_PLAIN = 400;

  /// What a value without quotes does not have.
  private static final boolean[] ENDS_PLAIN = new boolean['}' + 1];

  static {
    for (char c : " \n,;\"'`)}]|<".toCharArray()) {
      ENDS_PLAIN[c] = true;
    }
  }

  private final String text;
  private final int start;
  private final String key;
  private final int nameEnd;
  private final int valueStart;
  private final int valueEnd;
  private final boolean quoted;
  private @Nullable String value;

  private Member(
      String text,
      int start,
      int nameEnd,
      String key,
      int valueStart,
      int valueEnd,
      boolean quoted) {
    this.text = text;
    this.start = start;
    this.nameEnd = nameEnd;
    this.key = key;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
    this.quoted = quoted;
  }

  /// The name as written.
  String name() {
    return text.substring(start, nameEnd);
  }

  /// The name in lower case without `-` and `_`.
  String key() {
    return key;
  }

  /// The value without quotes.
  String value() {
    if (value == null) {
      value = text.substring(valueStart, valueEnd);
    }
    return value;
  }

  /// Index of the name.
  int start() {
    return start;
  }

  /// Index of the value.
  int valueStart() {
    return valueStart;
  }

  /// True when the value stood in quotes.
  boolean quoted() {
    return quoted;
  }

  /// Every name with its value, in order; also those inside another's value. The work is linear:
  /// every value is cut at [#LONGEST_VALUE] and names in it are read once.
  ///
  /// @param chars the characters of the text
  static List<Member> all(String text, char[] chars) {
    List<Member> members = new ArrayList<>();
    int at = 0;
    int work = 0;
    while (at < chars.length) {
      if (!isName(chars[at])) {
        at++;
        continue;
      }
      int start = at++;
      while (at < chars.length && isName(chars[at])) {
        at++;
      }
      if (at - start <= LONGEST_NAME && Characters.isWord(chars[start])) {
        int value = valueStart(text, chars, at);
        if (value > 0 && work < 20 * chars.length + 10_000) {
          Member member = read(text, chars, start, at, value);
          work += member.valueEnd - member.valueStart;
          members.add(member);
        }
      }
    }
    return members;
  }

  private static boolean isName(char c) {
    return Characters.isWord(c) || c == '-' || c == '.' || c == '#';
  }

  /// Where the value of a name begins that ends at `at`; -1 when none follows.
  private static int valueStart(String text, char[] chars, int at) {
    int i = at;
    if (i < chars.length && (chars[i] == '"' || chars[i] == '\'')) {
      i++;
    }
    i = blanks(chars, i);
    if (i >= chars.length) {
      return -1;
    }
    char c = chars[i];
    if (c != ':' && c != '=') {
      return -1;
    }
    i++;
    if (i < chars.length && chars[i] == '>') {
      i++;
    }
    if (c == ':' && i < chars.length && (chars[i] == ':' || chars[i] == '/')) {
      return -1;
    }
    i = blanks(chars, i);
    if (text.startsWith("Some(", i)) {
      i += 5;
    }
    if (text.startsWith("b'", i) || text.startsWith("u'", i) || text.startsWith("u\"", i)) {
      i++;
    }
    if (i < chars.length && chars[i] == '\n' && at < i && chars[at] == '"') {
      // JSON may have been wrapped behind the colon.
      int next = blanks(chars, i + 1);
      return next < chars.length && chars[next] == '"' ? next : -1;
    }
    return i < chars.length && chars[i] != '\n' ? i : -1;
  }

  private static int blanks(char[] chars, int from) {
    int i = from;
    while (i < chars.length && i < from + 40 && chars[i] == ' ') {
      i++;
    }
    return i;
  }

  private static Member read(String text, char[] chars, int start, int nameEnd, int at) {
    String key = key(chars, start, nameEnd);
    char quote = chars[at];
    if (quote == '"' || quote == '\'' || quote == '`') {
      int end = quoted(chars, at + 1, quote);
      return new Member(text, start, nameEnd, key, at + 1, end, true);
    }
    int end = at;
    int limit = Math.min(chars.length, at + LONGEST_PLAIN);
    while (end < limit && (chars[end] > '}' || !ENDS_PLAIN[chars[end]])) {
      end++;
    }
    return new Member(text, start, nameEnd, key, at, end, false);
  }

  private static String key(char[] chars, int start, int end) {
    var key = new char[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c != '-' && c != '_') {
        key[length++] = Characters.isUpper(c) ? (char) (c + 32) : c;
      }
    }
    return new String(key, 0, length);
  }

  /// Up to the quote that closes: escaped quotes inside were unescaped, so a quote counts only in
  /// front of what can follow a value.
  private static int quoted(char[] chars, int from, char quote) {
    int limit = Math.min(chars.length, from + LONGEST_VALUE);
    for (int i = from; i < limit; i++) {
      if (chars[i] == quote) {
        char next = i + 1 < chars.length ? chars[i + 1] : '\n';
        if (next == '\n' || next == ' ' || ",;:}])>".indexOf(next) >= 0) {
          return i;
        }
      }
    }
    return limit;
  }
}
