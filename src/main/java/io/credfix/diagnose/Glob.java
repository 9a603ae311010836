package io.credfix.diagnose;

/// Patterns in which `*` stands for any characters; compared in time linear in the value for each
/// star.
final class Glob {
  private Glob() {}

  /// Both in lower case.
  static boolean matches(String pattern, String value) {
    if (pattern.indexOf('*') < 0) {
      return pattern.equals(value);
    }
    String[] pieces = pattern.split("\\*", -1);
    if (!value.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = value.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    String last = pieces[pieces.length - 1];
    return value.length() - last.length() >= at && value.endsWith(last);
  }
}
