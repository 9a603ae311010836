package io.credfix.redact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the shape file, which this project writes: JSON of objects, arrays, strings, counts and
/// `true`. A library for any JSON costs the command line more time than all its answer.
final class ShapeFile {
  private final String text;
  private int at;

  private ShapeFile(String text) {
    this.text = text;
  }

  /// The object that the file holds.
  ///
  /// @throws IllegalStateException when it holds anything else
  static Map<?, ?> read(String text) {
    var file = new ShapeFile(text);
    Object root = file.value();
    if (!(root instanceof Map<?, ?> members) || file.next() != '\0') {
      throw file.broken();
    }
    return members;
  }

  private IllegalStateException broken() {
    return new IllegalStateException("secret-shapes.json cannot be read at " + at);
  }

  /// The next character that is no white space, which is not yet passed; NUL at the end.
  private char next() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void pass(char expected) {
    if (next() != expected) {
      throw broken();
    }
    at++;
  }

  private Object value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    pass('{');
    while (next() != '}') {
      if (!members.isEmpty()) {
        pass(',');
        next();
      }
      String name = string();
      pass(':');
      members.put(name, value());
    }
    pass('}');
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    pass('[');
    while (next() != ']') {
      if (!items.isEmpty()) {
        pass(',');
      }
      items.add(value());
    }
    pass(']');
    return items;
  }

  private String string() {
    pass('"');
    int start = at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return text.substring(start, at++);
    }
    var out = new StringBuilder(text.substring(start, at));
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    pass('"');
    return out.toString();
  }

  private char escaped() {
    if (at >= text.length()) {
      throw broken();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int end = at + 4; at < end; at++) {
          if (at >= text.length() || !Chars.isHex(text.charAt(at))) {
            throw broken();
          }
          code = code * 16 + Chars.hex(text.charAt(at));
        }
        yield (char) code;
      }
      default -> throw broken();
    };
  }

  private boolean word(String expected, boolean value) {
    if (!text.startsWith(expected, at)) {
      throw broken();
    }
    at += expected.length();
    return value;
  }

  private int number() {
    int start = at;
    while (at < text.length() && Chars.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start || at - start > 9) {
      throw broken();
    }
    return Integer.parseInt(text, start, at, 10);
  }
}
