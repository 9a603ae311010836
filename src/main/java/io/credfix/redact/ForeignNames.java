package io.credfix.redact;

import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;
import static io.credfix.redact.Chars.isUpper;

import io.credfix.redact.SecretShape.Named;
import java.util.BitSet;

/// Finds values behind names that are not written in ASCII: `密码：…`, `パスワードは…`, `пароль: …`.
final class ForeignNames {

  /// Scripts whose words stand beside a value without a blank.
  private static final char FIRST_UNSPACED = '\u2e80';

  private static final int SHORTEST = 6;
  private static final int MAX_CLOSING = 4;

  private final Findings findings;
  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;
  private final Values values;

  ForeignNames(Findings findings) {
    this.findings = findings;
    view = findings.view();
    shapes = findings.shapes();
    tokens = new Tokens(view);
    values = new Values(view, shapes);
  }

  void scan() {
    BitSet letters = view.letters();
    if (letters.isEmpty()) {
      return;
    }
    for (Named shape : shapes.foreign()) {
      // One pass tells nearly all names from a text without them: labels, boxes and dots are no
      // letters of any.
      if (!letters.get(shape.end().charAt(firstLetter(shape)))) {
        continue;
      }
      int at = view.indexOf(shape.end(), 0);
      while (at >= 0) {
        int end = at + shape.end().length();
        value(end, shape);
        at = view.indexOf(shape.end(), end);
      }
    }
  }

  /// Where a name's first such letter stands: its beginning may be ASCII, as in `hasło`.
  private static int firstLetter(Named shape) {
    int k = 0;
    while (shape.end().charAt(k) < View.FIRST_LETTER) {
      k++;
    }
    return k;
  }

  private void value(int nameEnd, Named shape) {
    int start = valueStart(nameEnd);
    if (start < 0) {
      return;
    }
    boolean quoted = isQuote(view.at(start));
    int close = quoted ? values.closingQuote(start) : -1;
    start = quoted ? start + 1 : start;
    int end = close >= 0 ? close : valueEnd(start);
    if (end - start < SHORTEST
        || !tokens.isMixed(start, end) && !isNoWord(start, end)
        || findings.isKept(start)
        || values.isPlaceholder(start, end)
        || values.isPath(start, end)) {
      return;
    }
    findings.add(start, end, shape.kind(), Findings.BY_NAME);
  }

  /// Behind `：`, `=` or a verb; -1: neither stands there.
  private int valueStart(int nameEnd) {
    int p = nameEnd;
    while (p - nameEnd < MAX_CLOSING && (isQuote(view.at(p)) || isBracket(p))) {
      p++;
    }
    p = tokens.blanks(p);
    char c = view.at(p);
    if (c == ':' || c == '=') {
      return opened(p + 1);
    }
    for (String verb : shapes.list("foreignVerbs")) {
      if (view.matches(p, verb)) {
        p = tokens.blanks(p + verb.length());
        return opened(view.at(p) == ':' ? p + 1 : p);
      }
    }
    return -1;
  }

  private int opened(int place) {
    int p = tokens.blanks(place);
    return view.at(p) >= FIRST_UNSPACED && isBracket(p) ? p + 1 : p;
  }

  private boolean isBracket(int place) {
    char c = view.at(place);
    return c == ')'
        || c == ']'
        || c >= FIRST_UNSPACED && shapes.has("foreignBrackets", String.valueOf(c));
  }

  private int valueEnd(int start) {
    int p = start;
    while (p < view.length() && !isSpace(view.at(p)) && view.at(p) < FIRST_UNSPACED) {
      char c = view.at(p);
      char next = view.at(p + 1);
      boolean last = p + 1 >= view.length() || isSpace(next) || next >= FIRST_UNSPACED;
      if (isQuote(c) || c == '<' || ",;.)".indexOf(c) >= 0 && last) {
        break;
      }
      p++;
    }
    return p;
  }

  /// A digit, or upper case after lower case.
  private boolean isNoWord(int start, int end) {
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      if (isDigit(c) || p > start && isUpper(c) && isLower(view.at(p - 1))) {
        return true;
      }
    }
    return false;
  }
}
