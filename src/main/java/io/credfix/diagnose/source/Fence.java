package io.credfix.diagnose.source;

/// Follows Markdown's code fences line by line. spec (CommonMark 0.31.2, fenced code blocks): the
/// closing fence has at least as many characters as the opening one and no info string.
final class Fence {
  private String open = "";

  boolean inside() {
    return !open.isEmpty();
  }

  /// Takes the next line; true when the line is itself an opening or closing fence.
  boolean next(String line) {
    String text = line.stripLeading();
    int ticks = 0;
    while (ticks < text.length() && text.charAt(ticks) == '`') {
      ticks++;
    }
    if (ticks < 3) {
      return false;
    }
    if (!inside()) {
      open = text.substring(0, ticks);
      return true;
    }
    if (ticks >= open.length() && text.strip().length() == ticks) {
      open = "";
      return true;
    }
    return false;
  }
}
