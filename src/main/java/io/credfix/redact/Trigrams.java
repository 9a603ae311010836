package io.credfix.redact;

/// Which three characters in a row a view has, by a hash of them. Most of what scanners look for is
/// in no text at all: three reads say so, where a search would read the whole view.
final class Trigrams {
  private static final int LEAST_BITS = 10;
  private static final int MOST_BITS = 18;

  private final long[] seen;
  private final int shift;

  /// @param length of the view; behind it stand NULs
  Trigrams(char[] chars, int length) {
    int bits = 32 - Integer.numberOfLeadingZeros(length) + 3;
    bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
    shift = 32 - bits;
    seen = new long[1 << bits - 6];
    for (int p = 2; p < length; p++) {
      int place = place(chars[p - 2], chars[p - 1], chars[p]);
      seen[place >>> 6] |= 1L << place;
    }
  }

  private int place(char one, char two, char three) {
    return ((one * 961 + two) * 961 + three) * 0x9E3779B1 >>> shift;
  }

  /// False when the view does not hold a text; true when it may.
  boolean mayHold(String text) {
    for (int k = 2; k < text.length(); k++) {
      int place = place(text.charAt(k - 2), text.charAt(k - 1), text.charAt(k));
      if ((seen[place >>> 6] >>> place & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
