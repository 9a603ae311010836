package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isName;

import java.util.Arrays;

/// Tells by its last letters which name may be one of a list: of all words in a text, few must be
/// read as names.
final class NameEnds {
  /// So many letters tell most words from all names.
  private static final int DEPTH = 8;

  private static final int LETTERS = 36;
  private static final short YES = -1;

  /// How many last characters are looked up at once, and the bits of each.
  private static final int LAST = 4;

  private static final int CODE_BITS = 5;
  private static final int TABLE_BITS = 16;
  private static final byte[] CODES = codes();

  /// By a hash of their last characters: words that no name ends like are told at one glance.
  private final long[] seen = new long[1 << TABLE_BITS - 6];

  // A trie of the names from their ends, one row of letters for each of its nodes.
  private short[] next = new short[LETTERS];
  private int nodes = 1;

  /// @param name in lower case, letters and digits only
  void add(String name) {
    note(name, name.length(), 0, 0);
    int node = 0;
    for (int k = 1; ; k++) {
      int at = node * LETTERS + letter(name.charAt(name.length() - k));
      if (k == name.length() || k == DEPTH) {
        next[at] = YES;
      }
      if (next[at] == YES) {
        return;
      }
      if (next[at] == 0) {
        next[at] = (short) nodes++;
        if (nodes * LETTERS > next.length) {
          next = Arrays.copyOf(next, next.length * 2);
        }
      }
      node = next[at];
    }
  }

  /// Letters without their case; all that may stand between two words of a name is one.
  private static byte[] codes() {
    var codes = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      codes[c] = (byte) (c - 'a' + 1);
      codes[c - 'a' + 'A'] = codes[c];
    }
    for (char c = '0'; c <= '9'; c++) {
      codes[c] = (byte) (27 + (c - '0') % 5);
    }
    return codes;
  }

  private static int code(char c) {
    return CODES[c & 127];
  }

  /// Notes how texts with the name may end: with or without something between its letters.
  ///
  /// @param left how many letters of it are not yet there
  private void note(String name, int left, int code, int size) {
    if (size == LAST) {
      seen[place(code) >>> 6] |= 1L << place(code);
      return;
    }
    int shift = size * CODE_BITS;
    for (int any = 0; left == 0 && any < 1 << CODE_BITS; any++) {
      note(name, left, code | any << shift, size + 1);
    }
    if (left > 0) {
      note(name, left - 1, code | code(name.charAt(left - 1)) << shift, size + 1);
    }
    if (left > 0 && size > 0) {
      note(name, left, code, size + 1);
    }
  }

  private static int place(int code) {
    return code * 0x9E3779B1 >>> 32 - TABLE_BITS;
  }

  /// The first and fastest question: false when no name ends with the letter before a place.
  boolean mayEndBefore(char[] chars, int end) {
    if (end < LAST || !isLetter(chars[end - 1])) {
      return true;
    }
    int place =
        place(
            code(chars[end - 1])
                | code(chars[end - 2]) << CODE_BITS
                | code(chars[end - 3]) << 2 * CODE_BITS
                | code(chars[end - 4]) << 3 * CODE_BITS);
    return (seen[place >>> 6] & 1L << place) != 0;
  }

  private static int letter(char c) {
    return isDigit(c) ? 26 + c - '0' : (c | 0x20) - 'a';
  }

  /// False when neither the name that ends at a place nor the words before it and the name together
  /// end like one of the list, with a number behind it or not.
  boolean mayEnd(char[] chars, int end) {
    char last = chars[end - 1];
    if (!mayEndBefore(chars, end)) {
      return false;
    }
    if (ends(chars, end)) {
      return true;
    }
    if (!isDigit(last)) {
      return false;
    }
    int p = end;
    int digits = 0;
    while (p > 0 && (isDigit(chars[p - 1]) || !isAlnum(chars[p - 1]) && isName(chars[p - 1]))) {
      p--;
      digits += isDigit(chars[p]) ? 1 : 0;
    }
    boolean number = p == 0 || !isName(chars[p - 1]);
    return (!number || digits == 3 || digits == 4) && ends(chars, p);
  }

  /// Goes on into the words before: `secret access key` is one name.
  private boolean ends(char[] chars, int end) {
    int node = 0;
    int words = 0;
    for (int p = end - 1; p >= 0; p--) {
      char c = chars[p];
      if (isAlnum(c)) {
        node = next[node * LETTERS + letter(c)];
        if (node <= 0) {
          return node == YES;
        }
      } else if (!isName(c)) {
        words++;
        if (c != ' ' || words > 2 || p == 0 || !NameReader.isSolid(chars[p - 1])) {
          return false;
        }
      }
    }
    return false;
  }
}
