package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isBox;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isHex;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isUpper;

import io.credfix.redact.SecretShape.Alphabet;

/// Reads tokens in a view: how far they go, over line ends, too, and whether they look random.
final class Tokens {
  private static final int MAX_PREFIX = 24;

  private final View view;

  Tokens(View view) {
    this.view = view;
  }

  /// The end of a run of the alphabet, padding included.
  int end(int start, Alphabet alphabet) {
    int p = start;
    while (p < view.length()
        && (alphabet.holds(view.at(p)) || view.at(p) == '%' && p > start && isEscape(p))) {
      p++;
    }
    if (p > start) {
      int padded = p;
      while (padded - p < 3 && view.at(padded) == '=') {
        padded++;
      }
      if (padded > p && !isAlnum(view.at(padded))) {
        return padded;
      }
    }
    return p;
  }

  /// `%2F` that a terminal cut before it came together again.
  private boolean isEscape(int place) {
    return isHex(view.at(place + 1)) && isHex(view.at(place + 2));
  }

  int blanks(int place) {
    int p = place;
    while (isBlank(view.at(p))) {
      p++;
    }
    return p;
  }

  /// The line end after a place, if only blanks and box characters stand before it; else -1.
  int lineEnd(int place) {
    int p = blanks(place);
    while (isBox(view.at(p))) {
      p = blanks(p + 1);
    }
    return view.at(p) == '\n' ? p : -1;
  }

  /// Where the content of the line after a line end begins: after indentation, quote marks, boxes.
  int content(int lineEnd) {
    int p = lineEnd + 1;
    while (p - lineEnd < MAX_PREFIX * 4
        && (isBlank(view.at(p)) || view.at(p) == '>' || isBox(view.at(p)))) {
      p++;
    }
    return p;
  }

  /// The end of a token that may go on over line ends.
  ///
  /// @param target how long it is in all; 0: not known
  int wrappedEnd(int start, int end, Alphabet alphabet, int target) {
    int length = end - start;
    int p = end;
    while (true) {
      int line = lineEnd(p);
      if (line < 0) {
        return p;
      }
      int next = content(line);
      int stop = end(next, alphabet);
      int size = stop - next;
      if (size == 0) {
        return p;
      }
      boolean whole = target > 0 && length + size == target && !isAlnum(view.at(stop));
      if (!whole && !(length >= 16 && length < 40_000 && isPiece(next, stop, length))) {
        return p;
      }
      length += size;
      p = stop;
    }
  }

  private boolean isPiece(int start, int end, int before) {
    char after = view.at(end);
    boolean closed =
        end == view.length() || isQuote(after) || "<,&;)}]\\".indexOf(after) >= 0 && after != '\0';
    if (!closed && !endsLine(end)) {
      return false;
    }
    if (isUuid(start, end)) {
      return false;
    }
    int size = end - start;
    if (before >= 40 && size >= 4 && view.at(end - 1) == '=' && isLast(start, end)) {
      return true;
    }
    if (size <= 3) {
      return before >= 40;
    }
    return size < 16 ? before >= 40 && isMixed(start, end) : isRandom(start, end);
  }

  /// True where only blanks and box characters stand before the end of the line or the text, or
  /// before the quote that closes a text in a box.
  private boolean endsLine(int place) {
    int p = blanks(place);
    boolean box = false;
    while (isBox(view.at(p))) {
      box = true;
      p = blanks(p + 1);
    }
    return view.at(p) == '\n' || p >= view.length() || box && isQuote(view.at(p));
  }

  /// True for padded base64 with which a line ends, and no `NAME=`.
  private boolean isLast(int start, int end) {
    for (int p = start; p < end; p++) {
      if (view.at(p) == '_') {
        return false;
      }
    }
    return lineEnd(end) >= 0 || blanks(end) == view.length();
  }

  /// True for pieces that are no word, constant or class name.
  boolean isMixed(int start, int end) {
    int upper = 0;
    int lower = 0;
    int digit = 0;
    int turns = 0;
    int last = 0;
    for (int p = start; p < end; p++) {
      int kind = kind(view.at(p));
      upper += kind == 1 ? 1 : 0;
      lower += kind == 2 ? 1 : 0;
      digit += kind == 3 ? 1 : 0;
      turns += last != 0 && kind != last && !(last == 1 && kind == 2) ? 1 : 0;
      last = kind;
    }
    int size = end - start;
    if (digit == 0 && (upper == 0 || lower == 0)) {
      return false;
    }
    if (size > 24 && upper + lower > 0 && digit > 0 && isAllHex(start, end)) {
      return false;
    }
    return digit > 0 && upper > 0 && lower > 0 && turns >= 2 || turns * 4 >= size;
  }

  /// Lower case after upper case is how words are written, so it tells nothing.
  private static boolean isTurn(int last, int kind) {
    return kind != last && kind != 4 && last != 4 && last != 0 && !(last == 1 && kind == 2);
  }

  private static int kind(char c) {
    if (isUpper(c)) {
      return 1;
    }
    if (isLower(c)) {
      return 2;
    }
    return isDigit(c) ? 3 : 4;
  }

  boolean isAllHex(int start, int end) {
    for (int p = start; p < end; p++) {
      if (!isHex(view.at(p))) {
        return false;
      }
    }
    return true;
  }

  /// True where a digit and a letter stand, of no UUID.
  boolean isNoWord(int start, int end) {
    boolean digit = false;
    boolean letter = false;
    for (int p = start; p < end; p++) {
      digit |= isDigit(view.at(p));
      letter |= isLetter(view.at(p));
    }
    return digit && letter && !isUuid(start, end);
  }

  boolean isUuid(int start, int end) {
    if (end - start != 36) {
      return false;
    }
    for (int k = 0; k < 36; k++) {
      char c = view.at(start + k);
      if (k == 8 || k == 13 || k == 18 || k == 23 ? c != '-' : !isHex(c)) {
        return false;
      }
    }
    return true;
  }

  /// True for text in which upper case, lower case and digits follow each other as by chance. Class
  /// names, paths, hex digests and constants do not.
  boolean isRandom(int start, int end) {
    int upper = 0;
    int lower = 0;
    int digit = 0;
    int turns = 0;
    int last = 0;
    int size = 0;
    for (int p = start; p < end; p++) {
      int kind = kind(view.at(p));
      if (view.at(p) == '\n' || isBlank(view.at(p)) || isBox(view.at(p))) {
        continue;
      }
      size++;
      upper += kind == 1 ? 1 : 0;
      lower += kind == 2 ? 1 : 0;
      digit += kind == 3 ? 1 : 0;
      turns += isTurn(last, kind) ? 1 : 0;
      last = kind;
    }
    int few = Math.max(1, size / 12);
    return upper >= few && lower >= few && (digit > 0 || size >= 24) && turns * 100 >= size * 20;
  }

  /// True when only letters and marks of a sentence stand there.
  boolean isWord(int start, int end) {
    int p = start;
    while (p < end && (isLetter(view.at(p)) || view.at(p) == '\'' || view.at(p) == '-')) {
      p++;
    }
    if (p == start) {
      return false;
    }
    while (p < end && ".,;:!?)]".indexOf(view.at(p)) >= 0) {
      p++;
    }
    return p == end;
  }
}
