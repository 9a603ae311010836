package io.credfix.diagnose;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression of a rule file and the longest literal without which it cannot match. It is
/// compiled and run only where a text holds that literal. Thread-safe.
final class Expression {
  private final String source;
  private final String literal;
  private volatile @Nullable Pattern compiled;

  Expression(String source) {
    this.source = source;
    literal = literalOf(source);
  }

  /// True when the expression is found in a text.
  ///
  /// @param lower the text in lower case
  boolean isIn(String text, String lower) {
    return lower.contains(literal) && pattern().matcher(text).find();
  }

  /// What must be in the text, lower case; empty when nothing is known.
  String literal() {
    return literal;
  }

  private Pattern pattern() {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(source, Pattern.CASE_INSENSITIVE);
      compiled = pattern;
    }
    return pattern;
  }

  /// The longest run of characters that stand for themselves outside of all groups, classes and
  /// alternatives.
  private static String literalOf(String source) {
    String longest = "";
    var run = new StringBuilder();
    for (int at = 0; at < source.length(); at++) {
      char c = source.charAt(at);
      boolean literal =
          Character.isLetterOrDigit(c) && c < 128 || " -_/:@\"'<>,;=!#%&~`".indexOf(c) >= 0;
      if (c == '|') {
        return "";
      }
      if (c == '\\' && at + 1 < source.length()) {
        at++;
        c = source.charAt(at);
        literal = !Character.isLetterOrDigit(c) && c < 128;
        if (c == 'Q' || c == 'p' || c == 'P' || c == 'x') {
          return "";
        }
      } else if (c == '(') {
        at = endOfGroup(source, at);
      } else if (c == '[') {
        at = endOfClass(source, at);
      } else if (c == '*' || c == '?' || c == '{') {
        // The character before need not be there.
        run.setLength(Math.max(0, run.length() - 1));
        at = c == '{' ? Math.max(at, source.indexOf('}', at)) : at;
      }
      if (literal) {
        run.append(Character.toLowerCase(c));
      }
      if (!literal || at + 1 == source.length()) {
        longest = run.length() > longest.length() ? run.toString() : longest;
        run.setLength(0);
      }
    }
    return longest;
  }

  private static int endOfGroup(String source, int open) {
    int depth = 0;
    for (int at = open; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        at = endOfClass(source, at);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return at;
      }
    }
    return source.length();
  }

  private static int endOfClass(String source, int open) {
    // A bracket right behind the opening one, or behind its `^`, stands for itself.
    int at = source.startsWith("^", open + 1) ? open + 3 : open + 2;
    while (at < source.length() && source.charAt(at) != ']') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, source.length());
  }
}
