package io.credfix.parse;

import java.util.Arrays;
import java.util.Map;

/// Turns a paste into plain characters: colours, boxes and invisible characters go, HTML and JSON
/// escapes (also doubled ones) become what they stand for, string literals that a program broke
/// over several lines become one. One pass, linear in the text.
final class TextCleaner {
  /// How far a lookahead may go.
  private static final int NEAR = 200;

  private static final Map<String, Character> ENTITIES =
      Map.of(
          "quot", '"', "apos", '\'', "amp", '&', "lt", '<', "gt", '>', "nbsp", ' ', "hellip", '.');

  private static final byte COPIED = 1;
  private static final byte ENDS_PATH = 2;

  /// What is done with a character: copied, copied where a path ends, or looked at more closely.
  private static final byte[] KINDS = kinds();

  private final String raw;
  private final char[] chars;

  // Never longer than what it is made from.
  private final char[] out;
  private int length;
  private int at;

  /// True inside a Windows path, where a backslash is no escape.
  private boolean inPath;

  private TextCleaner(String raw) {
    this.raw = raw;
    chars = raw.toCharArray();
    out = new char[chars.length];
  }

  static char[] clean(String raw) {
    var cleaner = new TextCleaner(raw);
    cleaner.copy();
    while (cleaner.at < cleaner.chars.length) {
      cleaner.step();
      cleaner.copy();
    }
    return Arrays.copyOf(cleaner.out, cleaner.length);
  }

  private static byte[] kinds() {
    var kinds = new byte[128];
    Arrays.fill(kinds, ' ', 127, COPIED);
    for (char c : new char[] {' ', '\n', ',', '<', '>'}) {
      kinds[c] = ENDS_PATH;
    }
    for (char c : new char[] {'[', '\\', '&', '#', '\'', '"', '|', ':'}) {
      kinds[c] = 0;
    }
    return kinds;
  }

  /// Copies up to the next character that needs a closer look.
  private void copy() {
    int from = at;
    int to = length;
    boolean path = inPath;
    while (from < chars.length) {
      char c = chars[from];
      byte kind = c < 128 ? KINDS[c] : 0;
      if (kind == 0) {
        break;
      }
      path &= kind == COPIED;
      out[to++] = c;
      from++;
    }
    at = from;
    length = to;
    inPath = path;
  }

  private char peek(int offset) {
    int index = at + offset;
    return index < chars.length ? chars[index] : '\0';
  }

  private void step() {
    char c = chars[at];
    if (c == 0x1b) {
      at++;
      skipColour();
    } else if (c == '[' && isBareColour()) {
      skipColour();
    } else if (c == '\\') {
      backslash();
    } else if (c == '&') {
      entity();
    } else if (c == '#' && raw.startsWith("#012", at)) {
      // Syslog writes line breaks in octal.
      put('\n');
      at += 4;
    } else if ((c == '\'' || c == '"') && joinsNextLiteral(c)) {
      inPath = false;
    } else {
      at++;
      plain(c);
    }
  }

  private void plain(char c) {
    if (c == '\r') {
      if (peek(0) != '\n') {
        put('\n');
      }
    } else if (c == '\u2018' || c == '\u2019') {
      put('\'');
    } else if (c == '\u201c' || c == '\u201d') {
      put('"');
    } else if (c == '\u00a0' || c == '\t' || c == '\u2028' || c == '\u3000') {
      put(c == '\u2028' ? '\n' : ' ');
    } else if (isBox(c) || c == '|' && peek(0) == ' ' && isIndented()) {
      // The blank between a box's edge and its text belongs to the box.
      if (peek(0) == ' ') {
        at++;
      }
    } else if (c == '\n' || c >= ' ' && c != 0x7f && !isInvisible(c)) {
      put(c);
    }
  }

  private void put(char c) {
    if (c == ':' && peek(0) == '\\' && length > 0 && isLetter(out[length - 1])) {
      inPath = true;
    } else if (c <= ' ' || c == '"' || c == '\'' || c == '<' || c == '>' || c == ',') {
      inPath = false;
    }
    out[length++] = c;
  }

  /// True behind two blanks or more that begin a line: tools quote a message there with ` | `.
  private boolean isIndented() {
    int start = length;
    while (start > 0 && length - start < 40 && out[start - 1] == ' ') {
      start--;
    }
    return length - start >= 2 && start > 0 && out[start - 1] == '\n';
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static boolean isBox(char c) {
    return c >= '\u2500' && c <= '\u259f';
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad'
        || c >= '\u200b' && c <= '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2060' && c <= '\u206f'
        || c >= '\u0080' && c <= '\u009f'
        || c == '\ufeff';
  }

  /// `[31m`, left behind where the escape character was lost.
  private boolean isBareColour() {
    int offset = 1;
    while (offset < 12 && (peek(offset) >= '0' && peek(offset) <= '9' || peek(offset) == ';')) {
      offset++;
    }
    return offset > 1 && peek(offset) == 'm';
  }

  private void skipColour() {
    if (peek(0) == '[') {
      int offset = 1;
      while (offset < 24 && peek(offset) != '\0' && !isLetter(peek(offset))) {
        offset++;
      }
      at = Math.min(chars.length, at + offset + 1);
    }
  }

  private void backslash() {
    int count = 1;
    while (peek(count) == '\\') {
      count++;
    }
    char c = peek(count);
    if (isColourEscape(count)) {
      return;
    }
    int code = c == 'u' ? hex(at + count + 1, 4) : -1;
    if (code >= 0) {
      at += count + 5;
      plain((char) code);
    } else if (!inPath && (c == 'n' || c == 'r')) {
      at += count + 1;
      put('\n');
    } else if (!inPath && c == 't') {
      at += count + 1;
      put(' ');
    } else if (c == '"' || c == '\'' || c == '/' || c == '&' && isQuote(at + count)) {
      at += count;
    } else {
      at += count;
      out[length++] = '\\';
    }
  }

  /// True for an entity, however often escaped, that stands for a quotation mark.
  private boolean isQuote(int ampersand) {
    int name = ampersand + 1;
    while (raw.startsWith("amp;", name)) {
      name += 4;
    }
    return raw.startsWith("quot;", name) || raw.startsWith("#34;", name);
  }

  /// `\x1b[31m`, `\033[31m`, `\e[31m`, `\u001b[31m`.
  private boolean isColourEscape(int count) {
    for (String escape : new String[] {"x1b[", "x1B[", "033[", "e[", "u001b[", "u001B["}) {
      if (raw.startsWith(escape, at + count)) {
        at += count + escape.length() - 1;
        skipColour();
        return true;
      }
    }
    return false;
  }

  private int hex(int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < raw.length() ? Character.digit(raw.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  /// Decodes an entity, also one whose ampersand was itself escaped.
  private void entity() {
    int start = at + 1;
    while (raw.startsWith("amp;", start)) {
      start += 4;
    }
    int end = start;
    while (end < raw.length() && end < start + 9 && raw.charAt(end) != ';') {
      end++;
    }
    if (end < raw.length() && raw.charAt(end) == ';') {
      String name = raw.substring(start, end);
      Character known = ENTITIES.get(name);
      int code = known != null ? known : numeric(name);
      if (code > 0) {
        at = end + 1;
        plain((char) code);
        return;
      }
    }
    out[length++] = '&';
    at = start;
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

  /// `'…sentence is bro'` and `b'ken…'` on the next line, as Python's pprint and Java or JavaScript
  /// concatenations print it.
  private boolean joinsNextLiteral(char quote) {
    if (!isFiller(peek(1))) {
      return false;
    }
    int offset = 1;
    boolean broken = false;
    while (offset < NEAR && isFiller(peek(offset))) {
      broken |= peek(offset) == '\n';
      offset++;
    }
    if (broken && (peek(offset) == 'b' || peek(offset) == 'u')) {
      offset++;
    }
    // `+"Message": …` is the next property of a PHP object, not the rest of a string.
    boolean property = peek(offset - 1) == '+';
    if (!broken || property || peek(offset) != quote || peek(offset + 1) == quote) {
      return false;
    }
    at += offset + 1;
    return true;
  }

  private static boolean isFiller(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '+';
  }
}
