package io.credfix.diagnose;

import java.util.Set;

/// The words of which one must stand right in front of a literal, or right behind it. Immutable.
final class Neighbours {
  private final boolean behind;
  // By the character next to the literal.
  private final String[][] words = new String[128][];

  /// @param words lower case, not empty, ASCII
  /// @param behind whether they stand behind the literal
  Neighbours(Set<String> words, boolean behind) {
    this.behind = behind;
    for (String word : words) {
      char next = behind ? word.charAt(0) : word.charAt(word.length() - 1);
      String[] before = this.words[next];
      int count = before == null ? 0 : before.length;
      var more = new String[count + 1];
      if (before != null) {
        System.arraycopy(before, 0, more, 0, count);
      }
      more[count] = word;
      this.words[next] = more;
    }
  }

  /// True when one of the words begins at a place, or ends there where they stand in front.
  boolean stand(String lower, int place) {
    int next = behind ? place : place - 1;
    if (next < 0 || next >= lower.length() || lower.charAt(next) >= 128) {
      return false;
    }
    String[] possible = words[lower.charAt(next)];
    if (possible != null) {
      for (String word : possible) {
        if (lower.startsWith(word, behind ? place : place - word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
