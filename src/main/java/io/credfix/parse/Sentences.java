package io.credfix.parse;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads an error's own sentence out of the text around it.
final class Sentences {
  private static final int LONGEST = 2000;

  /// What begins something new in the same line.
  private static final List<String> ENDS =
      List.of(
          " (Service:",
          " --->",
          " status code:",
          "status code:",
          "Additional error details:",
          " at ",
          "<?xml",
          "Stack trace:",
          "caused by:",
          "Caused by:",
          " (RequestToken:",
          " - <",
          " Traceback (");

  private static final List<String> NOT_BEGINNINGS =
      ENDS.stream().filter(end -> !end.equals(" at ")).map(String::strip).toList();

  /// What begins a line that does not go on with the sentence.
  private static final List<String> NEW_LINES =
      List.of(
          "at ",
          "status code:",
          "caused by:",
          "Caused by:",
          "File \"",
          "Traceback",
          "with provider",
          "with module",
          "with data.",
          "on ",
          "Error:",
          "During handling",
          "The above exception",
          "--- End",
          "An error occurred",
          "Please see",
          "Stack trace",
          "Current ",
          "usage:",
          "fatal",
          "ERROR",
          "WARN",
          "INFO",
          "DEBUG",
          "[ERROR",
          "[INFO",
          "$",
          ">",
          "#",
          "}",
          "{",
          "]",
          "*",
          "Additional error details",
          "Exception ",
          "make:",
          "Code:",
          "Request",
          "For verbose",
          "Type:",
          "Detail:",
          "Message:");

  private Sentences() {}

  /// The sentence that begins at a place.
  static @Nullable String from(ReadableText source, int start) {
    return from(source, start, source.text().length());
  }

  /// The sentence that begins at a place and ends before another.
  static @Nullable String from(ReadableText source, int start, int limit) {
    String text = source.text();
    int from = source.skipSpace(start);
    if (from - start > 0 && text.substring(start, Math.min(from, text.length())).contains("\n\n")) {
      return null;
    }
    for (String beginning : NOT_BEGINNINGS) {
      if (text.startsWith(beginning, from)) {
        return null;
      }
    }
    int end = Math.min(limit, Math.min(text.length(), from + LONGEST));
    int open = -1;
    var out = new StringBuilder();
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        int next = i + 1;
        if (!goesOn(source, next, i - lineStart(text, i), end)) {
          break;
        }
        // A line that was wrapped at a blank lost the blank; one wrapped in a word did not.
        blank(out);
        continue;
      }
      if ((c == '"' || c == '`') && closes(text, i, open)) {
        break;
      }
      if (c == '"') {
        open = open < 0 ? i : -1;
      }
      if (i > from && startsNew(text, i)) {
        break;
      }
      if (c == ' ') {
        blank(out);
      } else {
        out.append(c);
      }
    }
    return tidy(out.toString());
  }

  private static void blank(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private static int lineStart(String text, int at) {
    int start = text.lastIndexOf('\n', at - 1) + 1;
    return Math.max(start, at - 300);
  }

  private static boolean closes(String text, int at, int open) {
    if (open >= 0 && text.charAt(at) == '"') {
      return false;
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    return next == '\n' || next == ' ' || ",;}])".indexOf(next) >= 0;
  }

  private static boolean startsNew(String text, int at) {
    char c = text.charAt(at);
    if (c != ' ' && c != 's' && c != 'A' && c != '<' && c != 'S' && c != 'c' && c != 'C') {
      return false;
    }
    if (c == ' ' && "(-saT".indexOf(at + 1 < text.length() ? text.charAt(at + 1) : ' ') < 0) {
      return false;
    }
    for (String end : ENDS) {
      if (text.startsWith(end, at)) {
        // `at ` stands inside sentences as well; only a frame's has a dot or bracket soon after.
        if (!end.equals(" at ") || isFrame(text, at + 4)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFrame(String text, int from) {
    int limit = Math.min(text.length(), from + 120);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        return text.lastIndexOf(' ', i) < from + 40 && text.lastIndexOf('.', i) > from;
      }
      if (c == '\n') {
        return false;
      }
    }
    return false;
  }

  /// True when the line that begins at `next` goes on with the sentence of the line before.
  private static boolean goesOn(ReadableText source, int next, int lineLength, int end) {
    String text = source.text();
    int i = next;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    if (i >= end || text.charAt(i) == '\n') {
      return false;
    }
    for (String start : NEW_LINES) {
      if (text.startsWith(start, i)) {
        return false;
      }
    }
    char c = text.charAt(i);
    char before = text.charAt(Math.max(0, next - 2));
    boolean finished = before == '.' || before == '}' || before == '>' || before == ';';
    if (Characters.isDigit(c) && text.startsWith("-", i + 4)) {
      return false;
    }
    return (Characters.isLower(c) || lineLength >= 60) && !finished && isProse(text, i);
  }

  /// False for `name: value`, `name = value` and prompts.
  private static boolean isProse(String text, int from) {
    int end = text.indexOf('\n', from);
    String line = text.substring(from, Math.min(end < 0 ? text.length() : end, from + 200));
    String lower = line.toLowerCase(Locale.ROOT);
    return !line.contains(" = ") && !lower.startsWith("aws ") && !line.contains("@ip-");
  }

  /// A quote that belongs to the sentence has its partner in it.
  private static boolean endsWithRest(String text) {
    char last = text.charAt(text.length() - 1);
    if (last == '"' || last == '\'') {
      return text.chars().filter(c -> c == last).count() % 2 == 1;
    }
    return "`*,;-|".indexOf(last) >= 0;
  }

  private static @Nullable String tidy(String sentence) {
    String text = sentence.strip();
    while (!text.isEmpty() && endsWithRest(text)) {
      text = text.substring(0, text.length() - 1).strip();
    }
    while (!text.isEmpty() && "`*:-|".indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1).strip();
    }
    return text.isEmpty() || text.equals("null") ? null : text;
  }
}
