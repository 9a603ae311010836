package io.credfix.render;

/// Rule files mark real output as `error` blocks with attributes for their tests; readers need
/// neither.
final class ErrorBlocks {
  private ErrorBlocks() {}

  /// The text with `error` fences turned into plain `text` fences.
  static String plain(String markdown) {
    var out = new StringBuilder(markdown.length());
    for (String line : markdown.split("\n", -1)) {
      int ticks = 0;
      while (ticks < line.length() && line.charAt(ticks) == '`') {
        ticks++;
      }
      boolean open = ticks >= 3 && line.startsWith("error", ticks);
      out.append(open ? line.substring(0, ticks) + "text" : line).append('\n');
    }
    return out.toString().strip();
  }
}
