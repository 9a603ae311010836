package io.credfix.redact;

import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isBox;
import static io.credfix.redact.Chars.isDigit;

import java.util.Arrays;

/// Finds what a log, a pager or a tool put before and behind each line of a text: a timestamp, a
/// container's name, a line number, a diff's or a comment's mark, the members of a JSON line. A
/// value that goes over several such lines is whole only without them. A label of an earlier run is
/// never part of it: cut in two it would be no label any more.
final class LineAffixes {
  private static final int LONGEST = 96;
  private static final String BEFORE = " \t|>#:*";
  private static final String OPENING = ">:<[,(";
  private static final String BEHIND = " \t";

  /// What a time is written with, digits aside.
  private static final String STAMP = "-:./,TZ+";

  private static final int LONGEST_STAMP = 40;

  private final String text;
  private final char[] chars;
  private final SecretShapes shapes;
  private int[] ranges = new int[32];
  private int count;
  private int[] starts = new int[32];
  private int[] prefixes = new int[32];
  private int[] others = new int[32];
  private int lines;

  /// By the length of a prefix: how many blanks all lines have behind it.
  private final int[] blanks = new int[LONGEST + 1];

  private boolean marked;

  /// Where the first line begins.
  private int first;

  private LineAffixes(String text, char[] chars, SecretShapes shapes) {
    this.text = text;
    this.chars = chars;
    this.shapes = shapes;
  }

  /// The ranges to skip: pairs of start and end, in order; empty when there is nothing but
  /// indentation.
  ///
  /// @param chars those of the text
  static int[] of(String text, char[] chars, SecretShapes shapes) {
    var affixes = new LineAffixes(text, chars, shapes);
    affixes.read();
    return affixes.marked ? Arrays.copyOf(affixes.ranges, affixes.count) : new int[0];
  }

  /// The same for the lines of a view, as places in it. A quote that opens the whole text belongs
  /// to no line.
  static int[] of(View view, SecretShapes shapes) {
    var affixes = new LineAffixes(view.substring(0, view.length()), view.chars(), shapes);
    while (affixes.first < view.length() && Chars.isQuote(view.at(affixes.first))) {
      affixes.first++;
    }
    affixes.read();
    return affixes.marked ? Arrays.copyOf(affixes.ranges, affixes.count) : new int[0];
  }

  private void read() {
    measure();
    for (int line = 0; line < lines; line++) {
      int start = starts[line];
      int end = end(start);
      int prefix = prefixes[line];
      if (prefix == 0 && line > 0) {
        int stamp = stamp(start, end);
        if (stamp > 0) {
          skip(start, start + stamp);
        }
      }
      if (prefix > 0) {
        prefix = Math.min(prefix, solid(start, prefix) + blanks[solid(start, prefix)]);
      }
      if (prefix > 0) {
        skip(start, start + prefix);
        int other = starts[others[line]];
        int suffix =
            suffix(behind(start, start + prefix), start + prefix, end, other + prefix, end(other));
        if (suffix > 0) {
          skip(end - suffix, end);
        }
      }
    }
  }

  /// Compares every line with the ones before and after it.
  private void measure() {
    Arrays.fill(blanks, LONGEST);
    int start = first;
    int prefixBefore = 0;
    while (start < text.length()) {
      int end = end(start);
      int next = next(end);
      boolean more = next < text.length();
      int nextEnd = more ? end(next) : next;
      int prefixNext = more ? prefix(start, end, next, nextEnd) : 0;
      boolean up = prefixBefore >= prefixNext;
      int prefix = Math.min(Math.max(prefixBefore, prefixNext), end - start);
      add(start, prefix, up ? lines - 1 : lines + 1);
      int solid = solid(start, prefix);
      if (prefix < end - start) {
        blanks[solid] = Math.min(blanks[solid], prefix - solid);
      }
      if (more && end > start) {
        prefixBefore = prefix(next, nextEnd, start, end);
      }
      start = next;
    }
    // Indentation alone belongs to the line.
    blanks[0] = 0;
  }

  private void add(int start, int prefix, int other) {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, lines * 2);
      prefixes = Arrays.copyOf(prefixes, lines * 2);
      others = Arrays.copyOf(others, lines * 2);
    }
    starts[lines] = start;
    prefixes[lines] = prefix;
    others[lines] = Math.max(0, other);
    lines++;
  }

  /// The length of a prefix without the blanks at its end.
  private int solid(int start, int prefix) {
    int k = prefix;
    while (k > 0 && isBlank(chars[start + k - 1])) {
      k--;
    }
    return k;
  }

  /// The length of a time with which a line begins, of no line beside it: `2026-11-24T10:00:00Z `,
  /// `[10:00:00] `.
  private int stamp(int start, int end) {
    int limit = Math.min(end, start + LONGEST_STAMP);
    int digits = 0;
    int colons = 0;
    int p = start < limit && chars[start] == '[' ? start + 1 : start;
    // One word, or a day and a time.
    for (int word = 0; word < 2 && colons < 2; word++) {
      while (p < limit && (isDigit(chars[p]) || STAMP.indexOf(chars[p]) >= 0)) {
        digits += isDigit(chars[p]) ? 1 : 0;
        colons += chars[p] == ':' ? 1 : 0;
        p++;
      }
      p += p < limit && colons >= 2 && chars[p] == ']' ? 1 : 0;
      if (p == start || p >= limit || !isBlank(chars[p])) {
        return 0;
      }
      while (p < limit && isBlank(chars[p])) {
        p++;
      }
    }
    return digits < 6 || colons < 2 ? 0 : p - start;
  }

  private void skip(int from, int to) {
    if (count + 2 > ranges.length) {
      ranges = Arrays.copyOf(ranges, ranges.length * 2);
    }
    ranges[count++] = from;
    ranges[count++] = to;
    for (int p = from; p < to && !marked; p++) {
      marked = !isBlank(chars[p]);
    }
  }

  /// The end of a line, without its line end.
  private int end(int start) {
    int end = text.indexOf('\n', start);
    end = end < 0 ? text.length() : end;
    return end > start && chars[end - 1] == '\r' ? end - 1 : end;
  }

  /// Where the next line that is not empty begins.
  private int next(int end) {
    int p = end;
    while (p < text.length() && (chars[p] == '\n' || chars[p] == '\r')) {
      p++;
    }
    return p;
  }

  /// How much of a line's beginning another line has, digits aside.
  private int prefix(int start, int end, int other, int otherEnd) {
    int longest = Math.min(LONGEST, Math.min(end - start, otherEnd - other));
    int k = 0;
    boolean number = true;
    while (k < longest) {
      char a = chars[start + k];
      char b = chars[other + k];
      number &= (isDigit(a) || a == ' ') && (isDigit(b) || b == ' ');
      if (a != b && !number && !(isDigit(a) && isDigit(b)) || a == '[' && isLabel(start + k)) {
        break;
      }
      k++;
    }
    if (k == end - start && k < LONGEST) {
      return k;
    }
    while (k > 1 && !isBoundary(chars[start + k - 1], BEFORE) && !opens(start, start + k)) {
      k--;
    }
    char last = k > 0 ? chars[start + k - 1] : 'x';
    return k > 1 || isBoundary(last, BEFORE) || last == '+' || last == '-' ? k : 0;
  }

  /// What the end of a line may begin with: the quote in which its content stands, else a blank.
  private String behind(int start, int end) {
    int p = end;
    while (p > start && !Chars.isQuote(chars[p - 1])) {
      p--;
    }
    return p > start && opens(start, p) ? chars[p - 1] + "[\\" : BEHIND;
  }

  /// True behind a quote in which the line's content begins: `"msg": "`, `>> "`.
  private boolean opens(int start, int end) {
    int p = end - 1;
    if (!Chars.isQuote(chars[p])) {
      return false;
    }
    while (p > start && isBlank(chars[p - 1])) {
      p--;
    }
    return p > start && OPENING.indexOf(chars[p - 1]) >= 0;
  }

  private int suffix(String marks, int start, int end, int other, int otherEnd) {
    int longest = Math.min(LONGEST, Math.min(end - start, otherEnd - other));
    int k = 0;
    while (k < longest) {
      char a = chars[end - k - 1];
      char b = chars[otherEnd - k - 1];
      if (a != b && !(isDigit(a) && isDigit(b)) || a == ']' && endsLabel(end - k)) {
        break;
      }
      k++;
    }
    while (k > 0 && !isBoundary(chars[end - k], marks)) {
      k--;
    }
    return k;
  }

  private boolean isLabel(int bracket) {
    return shapes.labelEnd(chars, bracket) > 0;
  }

  /// True where a label may end; which one does not matter.
  private boolean endsLabel(int end) {
    return text.startsWith(" removed]", end - 9) || text.startsWith(" message]", end - 9);
  }

  private static boolean isBoundary(char c, String marks) {
    return marks.indexOf(c) >= 0 || isBox(c);
  }
}
