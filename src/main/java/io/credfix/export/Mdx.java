package io.credfix.export;

/// Makes Markdown safe to be read as MDX, where `{` begins an expression and `<` an element. Code
/// spans and fences are left alone: MDX takes nothing in them for its own. Source: MDX, "Using
/// MDX".
final class Mdx {
  private Mdx() {}

  static String safe(String markdown) {
    var out = new StringBuilder(markdown.length() + 64);
    String fence = "";
    for (String line : markdown.split("\n", -1)) {
      String start = ticks(line.stripLeading());
      if (fence.isEmpty() && start.length() >= 3) {
        fence = start;
        out.append(line);
      } else if (!fence.isEmpty()) {
        if (start.length() >= fence.length() && line.strip().length() == start.length()) {
          fence = "";
        }
        out.append(line);
      } else {
        line(line, out);
      }
      out.append('\n');
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }

  private static void line(String line, StringBuilder out) {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '`') {
        String open = ticks(line.substring(at));
        int close = line.indexOf(open, at + open.length());
        int end = close < 0 ? at + open.length() : close + open.length();
        out.append(line, at, end);
        at = end;
        continue;
      }
      switch (c) {
        case '{' -> out.append("&#123;");
        case '}' -> out.append("&#125;");
        case '<' -> out.append("&lt;");
        default -> out.append(c);
      }
      at++;
    }
  }

  private static String ticks(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == '`') {
      count++;
    }
    return text.substring(0, count);
  }
}
