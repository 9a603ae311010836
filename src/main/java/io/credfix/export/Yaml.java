package io.credfix.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Texts as YAML and JSON strings: every JSON string is a YAML string.
final class Yaml {
  private Yaml() {}

  static String text(String value) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(' ');
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /// Texts separated by `, ` as the inside of a list.
  static String list(String values) {
    return Arrays.stream(values.split(", ", -1)).map(Yaml::text).collect(Collectors.joining(", "));
  }
}
