package io.credfix.render;

/// Lines for a terminal. Keeps one empty line between blocks.
final class TerminalWriter {
  /// A space at which no line may end; no text holds this character, see [#clean].
  static final char UNBROKEN = '\u0000';

  private final StringBuilder out = new StringBuilder(4096);
  private final int width;
  private boolean gapWanted;

  TerminalWriter(int width) {
    this.width = width;
  }

  String text() {
    return out.toString();
  }

  /// An empty line before what comes next.
  void gap() {
    gapWanted = !out.isEmpty();
  }

  /// A line as it is.
  void raw(String line) {
    if (gapWanted) {
      out.append('\n');
      gapWanted = false;
    }
    out.append(line.replace(UNBROKEN, ' ')).append('\n');
  }

  /// Words wrapped at the width; a word that is longer stands alone, uncut.
  ///
  /// @param first what the first line begins with
  /// @param indent what the others begin with
  void wrapped(String text, String first, String indent) {
    var line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (!empty && columns(line) + 1 + columns(word) > width) {
        raw(line.toString());
        line.setLength(0);
        line.append(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    if (!empty) {
      raw(line.toString());
    }
  }

  /// Columns that a text takes: colours take none.
  int columns(CharSequence text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\u001b') {
        while (i < text.length() && text.charAt(i) != 'm') {
          i++;
        }
      } else if (!Character.isLowSurrogate(text.charAt(i))) {
        columns++;
      }
    }
    return columns;
  }

  /// The text without characters that a terminal would obey.
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean obeyed = c < 0x20 && c != '\t' || c >= 0x7f && c <= 0x9f || HtmlText.isBidiControl(c);
      clean.append(c == '\n' ? ' ' : obeyed ? '\ufffd' : c);
    }
    return clean.toString();
  }
}
