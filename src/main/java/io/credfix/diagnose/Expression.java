package io.credfix.diagnose;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A regular expression of a rule file. It is compiled and run only where a text holds one of the
/// literals without which it cannot match, and only over as much of the text around them as a match
/// can reach. Thread-safe.
final class Expression {
  /// A match looks at one character before and behind it, for words' edges and lines' ends.
  private static final int CONTEXT = 2;

  private final String source;
  private final ExpressionShape shape;
  private volatile @Nullable Pattern compiled;

  Expression(String source) {
    this.source = source;
    shape = ExpressionShape.of(source);
  }

  /// True when the expression is found in a text.
  ///
  /// @param lower the text in lower case
  boolean isIn(String text, String lower) {
    if (shape.literals().isEmpty()) {
      return isIn(text, lower, 0, text.length());
    }
    // A few characters change their length with their case.
    boolean aligned = lower.length() == text.length();
    int[] next = first(lower);
    int start = 0;
    int end = -1;
    for (int at = take(lower, next); at >= 0; at = take(lower, next)) {
      int from = aligned ? start(text, at) : 0;
      if (end >= 0 && from > end) {
        if (isIn(text, lower, start, end)) {
          return true;
        }
        end = -1;
      }
      start = end < 0 ? from : start;
      end = Math.max(end, aligned ? end(text, at) : text.length());
      if (end == text.length()) {
        break;
      }
    }
    return end >= 0 && isIn(text, lower, start, end);
  }

  /// One of these must be in the text, lower case; empty when nothing is known.
  List<String> literals() {
    return shape.literals();
  }

  private boolean isIn(String text, String lower, int from, int to) {
    // Where the whole text is read, places in both texts may differ.
    int end = to == text.length() ? lower.length() : to;
    for (Set<String> any : shape.needed()) {
      if (!holdsAny(lower, any, from, end)) {
        return false;
      }
    }
    return pattern().matcher(text.substring(from, to)).find();
  }

  private static boolean holdsAny(String lower, Set<String> any, int from, int to) {
    for (String literal : any) {
      if (lower.indexOf(literal, from, to) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Where each literal first stands, -1 where it does not.
  private int[] first(String lower) {
    var next = new int[shape.literals().size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = find(lower, shape.literals().get(i), 0);
    }
    return next;
  }

  /// Where a literal stands from a place on, beside the words that it stands beside in a match.
  private int find(String lower, String literal, int from) {
    @Nullable Neighbours preceding = shape.preceding();
    @Nullable Neighbours following = shape.following();
    int at = lower.indexOf(literal, from);
    while (at >= 0
        && (preceding != null && !preceding.stand(lower, at)
            || following != null && !following.stand(lower, at + literal.length()))) {
      at = lower.indexOf(literal, at + 1);
    }
    return at;
  }

  /// The first place at which a literal stands, which is then passed; -1 when there is none left.
  private int take(String lower, int[] next) {
    int first = -1;
    for (int i = 0; i < next.length; i++) {
      if (next[i] >= 0 && (first < 0 || next[i] < next[first])) {
        first = i;
      }
    }
    if (first < 0) {
      return -1;
    }
    int at = next[first];
    next[first] = find(lower, shape.literals().get(first), at + 1);
    return at;
  }

  /// Where the earliest match with a literal at a place may begin, and what it looks at before it.
  private int start(String text, int at) {
    long start = at - shape.before() - CONTEXT;
    if (shape.before() >= ExpressionShape.ENDLESS) {
      start = Math.max(back(text, at, '\n', shape.breaks()), back(text, at, ' ', shape.blanks()));
      start = Math.max(start, solidBack(text, at));
    }
    return (int) Math.max(0, start);
  }

  private int end(String text, int at) {
    long end = at + shape.after() + CONTEXT;
    if (shape.after() >= ExpressionShape.ENDLESS) {
      end = Math.min(forth(text, at, '\n', shape.breaks()), forth(text, at, ' ', shape.blanks()));
      end = Math.min(end, solidForth(text, at));
    }
    return (int) Math.min(text.length(), end);
  }

  /// Where one more of a character stands than a match has, from a place backwards; -1 at most.
  private static int back(String text, int from, char c, long most) {
    int at = most < ExpressionShape.ENDLESS ? from : -1;
    for (long left = most; at >= 0 && left >= 0; left--) {
      at = text.lastIndexOf(c, at - 1);
    }
    return at;
  }

  /// Behind where one more of a character stands than a match has, from a place on.
  private static int forth(String text, int from, char c, long most) {
    int at = most < ExpressionShape.ENDLESS ? from - 1 : text.length();
    for (long left = most; at < text.length() && left >= 0; left--) {
      int next = text.indexOf(c, at + 1);
      at = next < 0 ? text.length() : next;
    }
    return Math.min(text.length(), at + 1);
  }

  /// In front of more characters that are no white space than a match has; 0 at least.
  private int solidBack(String text, int from) {
    if (shape.solids() >= ExpressionShape.ENDLESS) {
      return 0;
    }
    int at = from;
    for (long left = shape.solids() + CONTEXT; at > 0 && left > 0; at--) {
      left -= ExpressionShape.isSpace(text.charAt(at - 1)) ? 0 : 1;
    }
    return at;
  }

  /// Behind more characters that are no white space than a match has.
  private int solidForth(String text, int from) {
    if (shape.solids() >= ExpressionShape.ENDLESS) {
      return text.length();
    }
    int at = from;
    for (long left = shape.solids() + CONTEXT; at < text.length() && left > 0; at++) {
      left -= ExpressionShape.isSpace(text.charAt(at)) ? 0 : 1;
    }
    return at;
  }

  private Pattern pattern() {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(source, Pattern.CASE_INSENSITIVE);
      compiled = pattern;
    }
    return pattern;
  }
}
