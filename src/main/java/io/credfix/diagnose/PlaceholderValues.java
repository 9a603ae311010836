package io.credfix.diagnose;

import java.util.Map;

/// Values for the placeholders of docs/rules.md. Every value is safe in Markdown and in a command:
/// facts match a closed grammar (see `io.credfix.parse.Fact`).
public final class PlaceholderValues {
  /// Nothing is known: every placeholder gets its stand-in.
  public static final PlaceholderValues NONE = new PlaceholderValues(Map.of());

  private final Map<String, String> known;

  /// @param known placeholder name to value, only those that are known
  public PlaceholderValues(Map<String, String> known) {
    this.known = Map.copyOf(known);
  }

  /// The known values.
  public Map<String, String> known() {
    return known;
  }

  /// The text with every placeholder replaced by its value or by its stand-in. A brace that does
  /// not begin a placeholder, or that follows a `$`, stays as it is.
  public String fill(String text) {
    int open = text.indexOf('{');
    if (open < 0) {
      return text;
    }
    var out = new StringBuilder(text.length() + 64);
    int copied = 0;
    while (open >= 0) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String value = open > 0 && text.charAt(open - 1) == '$' ? null : value(text, open, close);
      if (value != null) {
        out.append(text, copied, open).append(value);
        copied = close + 1;
        open = text.indexOf('{', copied);
      } else {
        open = text.indexOf('{', open + 1);
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  private @org.jspecify.annotations.Nullable String value(String text, int open, int close) {
    if (close - open > 33) {
      return null;
    }
    String name = text.substring(open + 1, close);
    String value = known.get(name);
    if (value != null) {
      return value;
    }
    if (name.equals("statement")) {
      return LeastPrivilege.statement(this);
    }
    return Placeholder.standIn(name).orElse(null);
  }
}
