package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isUpper;

import io.credfix.redact.SecretShape.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads names in a view and tells which of them stand for a secret: `AWS_SECRET_ACCESS_KEY`,
/// `secretAccessKey`, `fs.s3a.secret.key`, `Secret access key` are one name.
final class NameReader {
  private static final int MAX_NAME = 80;

  /// Longer names are compared by their ends only.
  private static final int LONGEST_WORD = 16;

  private final View view;
  private final SecretShapes shapes;
  private final int longestBefore;
  private final List<String> notBefore;
  private final List<String> codeBefore;
  private final char[] norm = new char[3 * MAX_NAME];
  private final boolean[] begins = new boolean[3 * MAX_NAME];
  private int length;
  private int own;
  private int start;
  private int end;
  private final int[] before = {-1, -1, -1, -1};

  NameReader(View view, SecretShapes shapes) {
    this.view = view;
    this.shapes = shapes;
    longestBefore = shapes.longestBefore();
    notBefore = shapes.list("notBefore");
    codeBefore = shapes.list("codeBefore");
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// The name without separators, in lower case.
  String name() {
    return length - own > LONGEST_WORD ? "" : new String(norm, own, length - own);
  }

  /// True when [#name] is this.
  boolean is(String expected) {
    return length - own == expected.length() && matches(own, expected);
  }

  /// The word before the name; empty: none, or a long one.
  String wordBefore(int distance) {
    int from = before[distance * 2 - 2];
    return from < 0 || before[distance * 2 - 1] - from > longestBefore
        ? ""
        : view.substring(from, before[distance * 2 - 1]).toLowerCase(java.util.Locale.ROOT);
  }

  /// Where that word begins; -1: none.
  int wordBeforeStart() {
    return before[0];
  }

  /// Goes to the name that begins at a place.
  ///
  /// @return false when none does
  boolean read(int place) {
    return read(place, Integer.MAX_VALUE);
  }

  /// Goes to the name that begins at a place and ends before another.
  ///
  /// @return false when none does
  boolean read(int place, int limit) {
    char c = view.at(place);
    if (!isAlnum(c) && c != '_') {
      if (c == '\n') {
        Arrays.fill(before, -1);
      }
      return false;
    }
    if (end > start && place >= end) {
      before[2] = before[0];
      before[3] = before[1];
      before[0] = start;
      before[1] = end;
    }
    start = place;
    end = place;
    while (end < limit && isName(view.at(end))) {
      end++;
    }
    while (end > start + 1 && (view.at(end - 1) == '.' || view.at(end - 1) == '-')) {
      end--;
    }
    length = 0;
    int first = start;
    for (int k = 0; k < 2; k++) {
      int from = before[k * 2];
      if (from < 0 || before[k * 2 + 1] != first - 1 || view.at(first - 1) != ' ') {
        break;
      }
      first = from;
    }
    if (end - start <= MAX_NAME) {
      if (first < start && start - first <= MAX_NAME) {
        append(first, start);
      }
      own = length;
      append(start, end);
    } else {
      own = 0;
    }
    return true;
  }

  /// Goes to a name and the two before it, wherever the reader was. The name before may stand at
  /// the end of another line; then it is the only one.
  ///
  /// @param limit the names before begin behind it
  void jump(int place, int limit) {
    cut(place);
    int p = place;
    boolean sameLine = true;
    for (int k = 0; k < 2 && sameLine; k++) {
      while (p > limit && !isSolid(view.at(p - 1))) {
        p--;
        sameLine &= view.at(p) != '\n' || k > 0;
      }
      if (p > limit) {
        before[k * 2 + 1] = p;
        while (p > limit && isName(view.at(p - 1))) {
          p--;
        }
        int first = p;
        while (!isSolid(view.at(first))) {
          first++;
        }
        before[k * 2] = first;
      }
    }
    read(place);
  }

  /// True for what a name begins and ends with.
  static boolean isSolid(char c) {
    return isAlnum(c) || c == '_';
  }

  /// Forgets the words before: what follows is another thing.
  void cut(int place) {
    start = place;
    end = place;
    Arrays.fill(before, -1);
  }

  private void append(int from, int to) {
    for (int p = from; p < to; p++) {
      char c = view.at(p);
      if (!isAlnum(c)) {
        continue;
      }
      char last = p == from ? ' ' : view.at(p - 1);
      begins[length] =
          !isAlnum(last)
              || isUpper(c)
                  && (isLower(last) || isDigit(last) || isLower(view.at(p + 1)) && p + 1 < to);
      norm[length++] = isUpper(c) ? (char) (c | 0x20) : c;
    }
  }

  /// The shape of the name; null: no secret's name.
  @Nullable Named shape() {
    Named found = shape(length);
    if (found != null || length - own < 3) {
      return found;
    }
    int cut = length;
    while (cut > own && isDigit(norm[cut - 1])) {
      cut--;
    }
    if (cut < length && length - cut <= 4) {
      found = shape(cut);
      if (found != null) {
        return found;
      }
    }
    cut = length - 1;
    while (cut > own && !begins[cut]) {
      cut--;
    }
    return cut > own
            && length - cut <= 11
            && shapes.has("tails", new String(norm, cut, length - cut))
        ? shape(cut)
        : null;
  }

  /// True when the name is one of a secret, whatever follows it.
  boolean isSecret() {
    Named shape = shape();
    return shape != null
        && shape.need() == SecretShape.Need.ANY
        && !shape.kind().equals("keep")
        && !shape.kind().equals("message");
  }

  private @Nullable Named shape(int length) {
    if (length < 2) {
      return null;
    }
    for (Named shape : shapes.names(norm[length - 2], norm[length - 1])) {
      int at = length - shape.end().length();
      if (at >= 0 && (!shape.word() || begins[at]) && matches(at, shape.end())) {
        return isHarmless(at, shape.kind()) ? null : shape;
      }
    }
    return null;
  }

  private boolean matches(int at, String expected) {
    for (int k = 0; k < expected.length(); k++) {
      if (norm[at + k] != expected.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// `ExpiredToken` is a code, `nextToken` a page.
  private boolean isHarmless(int at, String kind) {
    for (String word : kind.equals("token") ? notBefore : codeBefore) {
      int from = at - word.length();
      if (from >= 0 && begins[from] && matches(from, word)) {
        return true;
      }
    }
    return false;
  }

  /// True for names of operations and functions: `GetSessionToken`, `get-login-password`.
  boolean isOperation() {
    int stop = own + 1;
    while (stop < length && !begins[stop]) {
      stop++;
    }
    return stop < length && shapes.has("verbs", new String(norm, own, stop - own));
  }
}
