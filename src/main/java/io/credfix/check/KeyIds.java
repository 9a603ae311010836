package io.credfix.check;

/// Finds access key ids that are none of AWS's documented examples.
final class KeyIds {
  private static final int LENGTH = 20;

  private KeyIds() {}

  static boolean containsReal(String text) {
    for (int at = 0; at + LENGTH <= text.length(); at++) {
      if ((text.startsWith("AKIA", at) || text.startsWith("ASIA", at))
          && (at == 0 || !isKeyCharacter(text.charAt(at - 1)))
          && keyLength(text, at) >= LENGTH
          && !text.substring(at, at + keyLength(text, at)).contains("EXAMPLE")) {
        return true;
      }
    }
    return false;
  }

  private static int keyLength(String text, int start) {
    int end = start;
    while (end < text.length() && isKeyCharacter(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  private static boolean isKeyCharacter(char c) {
    return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
