package io.credfix.redact;

import static io.credfix.redact.Chars.ALNUM;
import static io.credfix.redact.Chars.ANY_BASE64;
import static io.credfix.redact.Chars.NAME;
import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;

/// One pass over a view that notes where the scanners may find something, so that they look there
/// only. A place too many costs time; a place too few would leave a secret in the text.
final class Survey {
  /// The shortest run that may be a secret key without a line end in it.
  private static final int RUN = 38;

  /// The shortest piece of a secret key that a line end cut.
  private static final int PIECE = 8;

  private final SecretShapes shapes;
  private final Tokens tokens;
  private final char[] chars;
  private final int length;
  private final Places names = new Places();
  private final Places prefixes = new Places();
  private final Places keyIds = new Places();
  private final Places runs = new Places();
  private final Places flags = new Places();
  private final Places codes = new Places();

  Survey(View view, SecretShapes shapes) {
    this.shapes = shapes;
    tokens = new Tokens(view);
    chars = view.chars();
    length = view.length();
    read();
  }

  /// Names that may stand for a secret, or mean something else to who reads names: start and end of
  /// each.
  Places names() {
    return names;
  }

  /// Where a token may begin that its first characters give away.
  Places prefixes() {
    return prefixes;
  }

  /// Where a key id may begin.
  Places keyIds() {
    return keyIds;
  }

  /// Base64 that is long, or stands at the end of a line: start and end of each.
  Places runs() {
    return runs;
  }

  /// Flags that may take a password.
  Places flags() {
    return flags;
  }

  /// Colons and question marks in front of six digits.
  Places codes() {
    return codes;
  }

  private void read() {
    int name = -1;
    int nameEnd = 0;
    int run = -1;
    int p = 0;
    while (p < length) {
      int kind = Chars.classes(chars[p]);
      if ((kind & ALNUM) != 0) {
        int end = word(p);
        name = name < 0 ? p : name;
        run = run < 0 ? p : run;
        nameEnd = end;
        p = end;
        continue;
      }
      if (name >= 0 && (kind & NAME) == 0) {
        name(name, nameEnd);
        name = -1;
      }
      if ((kind & ANY_BASE64) != 0) {
        run = run < 0 ? p : run;
      } else if (run >= 0) {
        run(run, p);
        run = -1;
      }
      char c = chars[p];
      if (c == '_') {
        name = name < 0 ? p : name;
        nameEnd = p + 1;
      } else if (c == '-') {
        dash(p);
      } else if (c == ':' || c == '?') {
        colon(p);
      }
      p++;
    }
    if (name >= 0) {
      name(name, nameEnd);
    }
    if (run >= 0) {
      run(run, length);
    }
  }

  /// @return the end of a run of letters and digits
  private int word(int start) {
    int seen = 0;
    int p = start;
    while (p < length) {
      int kind = Chars.classes(chars[p]);
      if ((kind & ALNUM) == 0) {
        break;
      }
      seen |= kind;
      p++;
    }
    char first = chars[start];
    if (start + 1 < length && shapes.mayBePrefix(first, chars[start + 1])) {
      prefixes.add(start);
    }
    if (first == 'a' && p - start > 4 && chars[start + 2] == 'i' && chars[start + 3] == 'a') {
      keyIds.add(start);
    }
    if ((seen & Chars.KEY) != 0) {
      for (int q = start; q < p && q < length - 4; q++) {
        char third = chars[q + 2];
        if ((third == 'I' || third == 'C') && (chars[q] == 'A' || chars[q] == 'L')) {
          keyIds.add(q);
        }
      }
    }
    return p;
  }

  private void name(int start, int end) {
    if (shapes.mayBeName(chars, start, end)) {
      names.add(start);
      names.add(end);
    }
  }

  private void run(int start, int end) {
    if (end - start >= RUN || end - start >= PIECE && tokens.lineEnd(end) >= 0) {
      runs.add(start);
      runs.add(end);
    }
  }

  private void dash(int place) {
    if (place > 0
        && isBlank(chars[place - 1])
        && place + 2 < length
        && shapes.mayBeFlag(chars[place + 1], chars[place + 2])) {
      flags.add(place);
    }
  }

  private void colon(int place) {
    int code = tokens.blanks(place + 1);
    int end = code;
    while (end < length && isDigit(chars[end])) {
      end++;
    }
    if (end - code == 6 && (end == length || !isAlnum(chars[end]))) {
      codes.add(place);
    }
  }
}
