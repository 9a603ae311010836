package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isDigit;

import java.util.Arrays;

/// Tells by its last letters which name may be one of a list: of all words in a text, few must be
/// read as names.
final class NameEnds {
  /// So many letters tell most words from all names.
  private static final int DEPTH = 5;

  private static final int LETTERS = 36;
  private static final short YES = -1;

  // A trie of the names from their ends, one row of letters for each of its nodes.
  private short[] next = new short[LETTERS];
  private int nodes = 1;

  /// @param name in lower case, letters and digits only
  void add(String name) {
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

  private static int letter(char c) {
    return isDigit(c) ? 26 + c - '0' : (c | 0x20) - 'a';
  }

  /// False when neither the name nor the words before it and the name together end like one of the
  /// list, with a number behind it or not.
  boolean mayEnd(char[] chars, int start, int end) {
    if (ends(chars, start, end)) {
      return true;
    }
    if (!isDigit(chars[end - 1])) {
      return false;
    }
    int p = end;
    int digits = 0;
    while (p > start && (isDigit(chars[p - 1]) || !isAlnum(chars[p - 1]))) {
      p--;
      digits += isDigit(chars[p]) ? 1 : 0;
    }
    return p == start ? digits == 3 || digits == 4 : ends(chars, start, p);
  }

  private boolean ends(char[] chars, int start, int end) {
    int node = 0;
    for (int p = end - 1; p >= start; p--) {
      char c = chars[p];
      if (!isAlnum(c)) {
        continue;
      }
      node = next[node * LETTERS + letter(c)];
      if (node <= 0) {
        return node == YES;
      }
    }
    return true;
  }
}
