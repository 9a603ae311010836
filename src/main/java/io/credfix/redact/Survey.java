package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isAnyBase64;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isBox;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isName;

/// One pass over a view that notes where the scanners may find something, so that they look there
/// only. A place too many costs time; a place too few would leave a secret in the text.
///
/// Sixty-four characters at a time become bits of what they are. Words begin and end where bits
/// change, which needs no question for every character.
final class Survey {
  /// The shortest run that may be a secret key without a line end in it.
  private static final int RUN = 38;

  /// The shortest piece of a secret key that a line end cut.
  private static final int PIECE = 8;

  private static final int BLOCK = 64;

  /// What can be read behind the last character of a view.
  static final int PADDING = 2 * BLOCK;

  private static final long ONES = 0x0101_0101_0101_0101L;

  /// Brings the lowest bits of eight bytes together in the highest byte.
  private static final long GATHER = 0x0102_0408_1020_4080L;

  private final SecretShapes shapes;
  private final NameEnds ends;
  private final Tokens tokens;
  private final char[] chars;
  private final int length;
  private final Places names = new Places();
  private final Places prefixes = new Places();
  private final Places keyIds = new Places();
  private final Places runs = new Places();
  private final Places flags = new Places();
  private final Places showing = new Places();
  private final Places codes = new Places();
  private final Places ports = new Places();
  private long alnum;
  private long name;
  private long base64;
  private long special;
  private int runEnd;

  Survey(View view, SecretShapes shapes) {
    this.shapes = shapes;
    ends = shapes.nameEnds();
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

  /// Words with which a command that shows a secret may begin.
  Places showing() {
    return showing;
  }

  /// Colons and question marks in front of six digits.
  Places codes() {
    return codes;
  }

  /// Colons in front of a port, or of any, and another colon.
  Places ports() {
    return ports;
  }

  private void read() {
    long lastAlnum = 0;
    long lastName = 0;
    for (int at = 0; at <= length; at += BLOCK) {
      look(at);
      long starts = alnum & ~(alnum << 1 | lastAlnum >>> 63);
      for (long left = starts; left != 0; left &= left - 1) {
        word(at + Long.numberOfTrailingZeros(left));
      }
      long ends = (name << 1 | lastName >>> 63) & ~name;
      for (long left = ends; left != 0; left &= left - 1) {
        name(at + Long.numberOfTrailingZeros(left));
      }
      for (long left = special; left != 0; left &= left - 1) {
        special(at + Long.numberOfTrailingZeros(left));
      }
      runs(at);
      lastAlnum = alnum;
      lastName = name;
    }
  }

  /// Makes bits of the characters of a block.
  private void look(int at) {
    long alnums = 0;
    long names = 0;
    long base64s = 0;
    long specials = 0;
    for (int k = 0; k < BLOCK; k += 8) {
      int p = at + k;
      long kinds =
          kind(chars[p])
              | kind(chars[p + 1]) << 8
              | kind(chars[p + 2]) << 16
              | kind(chars[p + 3]) << 24
              | kind(chars[p + 4]) << 32
              | kind(chars[p + 5]) << 40
              | kind(chars[p + 6]) << 48
              | kind(chars[p + 7]) << 56;
      alnums |= bits(kinds, Chars.ALNUM) << k;
      names |= bits(kinds, Chars.NAME) << k;
      base64s |= bits(kinds, Chars.ANY_BASE64) << k;
      specials |= bits(kinds, Chars.SPECIAL) << k;
    }
    alnum = alnums;
    name = names;
    base64 = base64s;
    special = specials;
  }

  private static long kind(char c) {
    return Chars.classes(c) & 0xff;
  }

  /// Eight bits of one kind, of as many characters.
  private static long bits(long kinds, int kind) {
    return (kinds >>> Integer.numberOfTrailingZeros(kind) & ONES) * GATHER >>> 56;
  }

  private void special(int place) {
    switch (chars[place]) {
      case ':', '?' -> colon(place);
      case '-' -> dash(place);
      case '\n' -> lineEnd(place);
      default -> keyId(place - 2);
    }
  }

  private void word(int start) {
    char first = chars[start];
    if (shapes.mayBePrefix(first, chars[start + 1])) {
      prefixes.add(start);
    }
    if (shapes.mayShow(first, chars[start + 1])) {
      showing.add(start);
    }
    if (first == 'a' && chars[start + 2] == 'i' && chars[start + 3] == 'a' && start < length - 4) {
      keyIds.insert(start);
    }
  }

  private void name(int behind) {
    if (ends.mayEndBefore(chars, behind)) {
      int end = behind;
      while (end > 0 && (chars[end - 1] == '.' || chars[end - 1] == '-')) {
        end--;
      }
      if (end > 0 && NameReader.isSolid(chars[end - 1]) && ends.mayEnd(chars, end)) {
        int start = end;
        while (start > 0 && isName(chars[start - 1])) {
          start--;
        }
        names.add(start);
        names.add(end);
      }
    }
  }

  private void keyId(int place) {
    if (place >= 0 && place < length - 4 && (chars[place] == 'A' || chars[place] == 'L')) {
      keyIds.insert(place);
    }
  }

  /// A run that ends with its line.
  private void lineEnd(int place) {
    int end = place;
    while (end > 0 && (isBlank(chars[end - 1]) || isBox(chars[end - 1]))) {
      end--;
    }
    int start = runStart(end);
    if (end - start >= PIECE) {
      runs.insert(start, end);
    }
  }

  private int runStart(int end) {
    int start = end;
    while (start > 0 && isAnyBase64(chars[start - 1])) {
      start--;
    }
    return start;
  }

  /// Runs of which at least sixteen characters lie in a block, as they do of every long one.
  private void runs(int at) {
    long sixteen = base64 & base64 >>> 1;
    sixteen &= sixteen >>> 2;
    sixteen &= sixteen >>> 4;
    sixteen &= sixteen >>> 8;
    for (long left = sixteen; left != 0; left &= left - 1) {
      int place = at + Long.numberOfTrailingZeros(left);
      if (place < runEnd) {
        continue;
      }
      runEnd = place;
      while (isAnyBase64(chars[runEnd])) {
        runEnd++;
      }
      int start = runStart(place);
      if (runEnd - start >= RUN) {
        runs.insert(start, runEnd);
      }
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

  private boolean isPort(int place) {
    int end = place;
    while (isDigit(chars[end])) {
      end++;
    }
    return end - place >= 4 && end - place <= 5 && chars[end] == ':'
        || chars[place] == '*' && chars[place + 1] == ':';
  }

  private void colon(int place) {
    char first = chars[place + 1];
    if (!isDigit(first) && !isBlank(first) && first != '*') {
      return;
    }
    int code = tokens.blanks(place + 1);
    int end = code;
    while (end < length && isDigit(chars[end])) {
      end++;
    }
    if (end - code == 6 && (end == length || !isAlnum(chars[end]))) {
      codes.add(place);
    }
    if (chars[place] == ':' && isPort(place + 1)) {
      ports.add(place);
    }
  }
}
