package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isQuote;

import io.credfix.redact.SecretShape.Flagged;
import io.credfix.redact.SecretShape.Named;
import io.credfix.redact.SecretShape.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what only the whole line tells: passwords of commands, answers to prompts, columns of
/// tables.
final class LineScanner {
  private static final String SEPARATORS = ",\t|;\u2502";
  private static final int MAX_COLUMNS = 24;

  private final Findings findings;
  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;
  private final Values values;
  private char separator;
  private final @Nullable Named[] columns = new Named[MAX_COLUMNS];
  private int columnCount;
  private final NameReader reader;

  LineScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    shapes = findings.shapes();
    tokens = new Tokens(view);
    values = new Values(view, shapes);
    reader = new NameReader(view, shapes);
  }

  void scan() {
    int start = 0;
    while (start < view.length()) {
      int end = start;
      while (end < view.length() && view.at(end) != '\n') {
        end++;
      }
      prompt(start, end);
      command(start, end);
      int content = tokens.content(start - 1);
      table(view.at(start) == '|' || content > end ? start : content, end);
      start = end + 1;
    }
  }

  /// `Enter MFA code for arn:aws:iam::111122223333:mfa/alice: 123456`.
  private void prompt(int start, int end) {
    int p = end;
    while (p > start && isBlank(view.at(p - 1))) {
      p--;
    }
    int stop = p;
    while (p > start && isDigit(view.at(p - 1))) {
      p--;
    }
    int code = p;
    if (stop - code != 6) {
      return;
    }
    while (p > start && isBlank(view.at(p - 1))) {
      p--;
    }
    if (p == start || view.at(p - 1) != ':' && view.at(p - 1) != '?') {
      return;
    }
    String line = view.substring(Math.max(start, p - 400), p).toLowerCase(Locale.ROOT);
    if (shapes.list("promptWords").stream().anyMatch(line::contains)) {
      findings.add(code, stop, "mfa-code", Findings.BY_SHAPE);
    }
  }

  private void command(int start, int end) {
    Set<String> commands = new HashSet<>(4);
    int p = start;
    while (p < end) {
      p = tokens.blanks(p);
      int word = p;
      while (p < end && !isBlank(view.at(p))) {
        p++;
      }
      if (p == word) {
        break;
      }
      if (view.at(word) == '-' && !commands.isEmpty()) {
        p = Math.max(p, flag(word, p, end, commands));
      } else if (p - word < 64) {
        String name = commandName(word, p);
        if (shapes.isCommand(name)) {
          commands.add(name);
        }
      }
    }
  }

  /// The command of a word such as `/usr/bin/curl`, `$(curl` or `curl.exe`; empty: none.
  private String commandName(int word, int end) {
    int stop = view.matches(end - 4, ".exe") ? end - 4 : end;
    while (stop > word && isQuote(view.at(stop - 1))) {
      stop--;
    }
    int start = stop;
    while (start > word && (isAlnum(view.at(start - 1)) || view.at(start - 1) == '-')) {
      start--;
    }
    boolean fits = stop - start >= 2 && stop - start <= 11;
    return fits ? view.substring(start, stop).toLowerCase(Locale.ROOT) : "";
  }

  private int flag(int start, int end, int line, Set<String> commands) {
    for (Flagged shape : shapes.flagged()) {
      if (shape.commands().stream().noneMatch(commands::contains)) {
        continue;
      }
      for (String flag : shape.flags()) {
        int glued = start + flag.length();
        boolean exact = glued == end || view.at(glued) == '=';
        if (!view.matches(start, flag) || glued > end) {
          continue;
        }
        int value = glued;
        if (exact) {
          value = view.at(glued) == '=' ? glued + 1 : tokens.blanks(glued);
          if (shape.part().equals("glued") && view.at(glued) != '=') {
            continue;
          }
        } else if (shape.part().equals("next") || flag.startsWith("--")) {
          continue;
        }
        int stop = password(value, line, shape);
        if (stop > 0) {
          return stop;
        }
      }
    }
    return end;
  }

  private int password(int at, int line, Flagged shape) {
    int start = at;
    int end = -1;
    if (isQuote(view.at(start))) {
      end = values.closingQuote(start);
      start++;
    }
    if (end < 0 || end > line) {
      end = start;
      while (end < line && !isBlank(view.at(end)) && !isQuote(view.at(end))) {
        end++;
      }
    }
    if (shape.part().equals("after-colon")) {
      int colon = start;
      while (colon < end && view.at(colon) != ':') {
        colon++;
      }
      if (colon == end) {
        return 0;
      }
      start = colon + 1;
    }
    if (start >= end || view.at(start) == '-' || values.isPlaceholder(start, end)) {
      return 0;
    }
    findings.add(start, end, shape.kind(), Findings.BY_NAME);
    return end;
  }

  /// Columns below a header such as `User name,Password,Access key ID,Secret access key`.
  private void table(int start, int end) {
    if (end == start) {
      return;
    }
    if (columnCount > 0) {
      List<Integer> bounds = cells(start, end, separator);
      if (bounds.size() / 2 == columnCount) {
        for (int k = 0; k < columnCount; k++) {
          Named column = columns[k];
          if (column != null) {
            cell(bounds.get(k * 2), bounds.get(k * 2 + 1), column);
          }
        }
        return;
      }
      columnCount = 0;
    }
    var counts = new int[SEPARATORS.length()];
    for (int p = start; p < end && p - start < 1000; p++) {
      char c = view.at(p);
      if (!isAlnum(c) && c != ' ') {
        int number = SEPARATORS.indexOf(c);
        if (number >= 0) {
          counts[number]++;
        }
      }
    }
    for (int number = 0; number < counts.length; number++) {
      char candidate = SEPARATORS.charAt(number);
      int separators = counts[number];
      if (separators == 0 || separators > MAX_COLUMNS) {
        continue;
      }
      List<Integer> bounds = cells(start, end, candidate);
      if (bounds.size() >= 4 && header(bounds)) {
        separator = candidate;
        return;
      }
    }
  }

  private boolean header(List<Integer> bounds) {
    boolean any = false;
    int count = bounds.size() / 2;
    for (int k = 0; k < count; k++) {
      int from = bounds.get(k * 2);
      int to = bounds.get(k * 2 + 1);
      columns[k] = null;
      if (to - from > 40) {
        return false;
      }
      Named shape = null;
      reader.cut(from);
      int p = from;
      while (p < to) {
        if (reader.read(p)) {
          p = reader.end();
          shape = p == to ? reader.shape() : null;
        } else if (view.at(p) == ' ') {
          p++;
        } else {
          return false;
        }
      }
      if (shape != null
          && (shape.need() == Need.ANY)
          && !shape.kind().equals("keep")
          && !shape.kind().equals("message")) {
        columns[k] = shape;
        any = true;
      }
    }
    columnCount = any ? count : 0;
    return any;
  }

  private void cell(int from, int to, Named column) {
    if (to - from < 4 || values.isPlaceholder(from, to) || isRule(from, to)) {
      return;
    }
    findings.add(from, to, column.kind(), column.aws() ? Findings.BY_SHAPE : Findings.BY_NAME);
  }

  /// The line between header and body of a Markdown table.
  private boolean isRule(int from, int to) {
    for (int p = from; p < to; p++) {
      if (isAlnum(view.at(p))) {
        return false;
      }
    }
    return true;
  }

  /// Trimmed bounds of each cell, without quotes; empty for more than the maximum.
  private List<Integer> cells(int start, int end, char separator) {
    List<Integer> bounds = new ArrayList<>();
    int from = start;
    for (int p = start; p <= end; p++) {
      if (p < end && view.at(p) != separator) {
        continue;
      }
      int left = from;
      int right = p;
      while (left < right && (isBlank(view.at(left)) || isQuote(view.at(left)))) {
        left++;
      }
      while (right > left && (isBlank(view.at(right - 1)) || isQuote(view.at(right - 1)))) {
        right--;
      }
      bounds.add(left);
      bounds.add(right);
      if (bounds.size() > MAX_COLUMNS * 2) {
        return List.of();
      }
      from = p + 1;
    }
    return bounds;
  }
}
