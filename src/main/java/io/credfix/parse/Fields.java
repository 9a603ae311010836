package io.credfix.parse;

import org.jspecify.annotations.Nullable;

/// Reads values behind their labels.
final class Fields {
  private Fields() {}

  /// The letters, digits and `-_=+/.` behind a label, at most `max`; null when the label is
  /// missing.
  static @Nullable String behind(String text, String label, int max) {
    int at = text.indexOf(label);
    if (at < 0) {
      return null;
    }
    int start = at + label.length();
    int end = start;
    while (end < text.length()
        && end - start < max
        && (Characters.isAlphanumeric(text.charAt(end))
            || "-_=+/.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end == start ? null : text.substring(start, end);
  }

  /// What stands between a label and the next of `stops`, without white space around it.
  static @Nullable String between(String text, String label, String stops) {
    int at = text.indexOf(label);
    if (at < 0) {
      return null;
    }
    int start = at + label.length();
    int end = start;
    while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String value = text.substring(start, end).strip();
    return value.isEmpty() ? null : value;
  }
}
