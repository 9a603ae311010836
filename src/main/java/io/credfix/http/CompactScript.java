package io.credfix.http;

/// Takes the blanks out of a script's lines where no reader of it needs them: at both ends, and
/// around punctuation outside of strings. Line ends stay, so that no statement's end is lost.
///
/// It reads one line at a time and leaves what it does not know as it is: lines with a slash (a
/// regular expression, a division), with a string inside a template, or with signs that would grow
/// together. The modules have no template over several lines.
final class CompactScript {
  private static final String PUNCTUATION = "=*<>!&|?:,;{}()[]+-";

  private static final String OPEN = ";{,(&|?:=";
  private static final String CLOSING = "})]";

  private CompactScript() {}

  /// The line without what it does not need.
  static String line(String line) {
    String text = line.strip();
    var out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || c == '`') {
        int end = literalEnd(text, i);
        if (end < 0) {
          return text;
        }
        out.append(text, i, end);
        i = end;
      } else if (c == '/' || grows(text, i)) {
        return text;
      } else {
        if (c != ' ' || !isIdle(text, i)) {
          out.append(c);
        }
        i++;
      }
    }
    return text.chars().filter(c -> c == '`').count() > 2 ? text : out.toString();
  }

  /// The lines without the ends that no statement needs: behind a sign that cannot end one, in
  /// front of a closing bracket. A line with a comment keeps its end.
  static String joined(String lines) {
    var out = new StringBuilder(lines.length());
    int start = 0;
    while (start < lines.length()) {
      int found = lines.indexOf('\n', start);
      int end = found < 0 ? lines.length() : found;
      out.append(lines, start, end);
      boolean needed =
          end == start
              || end + 1 >= lines.length()
              || lines.substring(start, end).contains("//")
              || OPEN.indexOf(lines.charAt(end - 1)) < 0
                  && CLOSING.indexOf(lines.charAt(end + 1)) < 0;
      if (needed) {
        out.append('\n');
      }
      start = end + 1;
    }
    return out.toString();
  }

  /// True for `+ +` and `- -`, which mean something else without the blank.
  private static boolean grows(String text, int i) {
    return text.startsWith("+ +", i) || text.startsWith("- -", i);
  }

  /// A blank beside punctuation.
  private static boolean isIdle(String text, int blank) {
    return isPunctuation(text, blank - 1) || isPunctuation(text, blank + 1);
  }

  private static boolean isPunctuation(String text, int i) {
    return i >= 0 && i < text.length() && PUNCTUATION.indexOf(text.charAt(i)) >= 0;
  }

  /// Behind the string or template that begins here; -1 when it does not end in this line.
  private static int literalEnd(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return -1;
  }
}
