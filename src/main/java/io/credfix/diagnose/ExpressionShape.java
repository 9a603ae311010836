package io.credfix.diagnose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can be said of an expression without running it: literals of which one must be in every
/// match, and how far a match can reach from it. Of an expression that is written in a way that is
/// not understood here nothing is said.
///
/// @param literals lower case, one of them is in every match; empty when nothing is known
/// @param before most characters of a match in front of the literal
/// @param after most characters of a match from the literal's beginning on
/// @param breaks most line breaks in a match
/// @param blanks most blanks in a match
/// @param solids most characters in a match that are no white space
/// @param preceding the words of which one stands in front of the literal; null when not known
/// @param following the words of which one stands behind the literal; null when not known
/// @param needed of each of these, one is in every match
record ExpressionShape(
    List<String> literals,
    long before,
    long after,
    long breaks,
    long blanks,
    long solids,
    @Nullable Neighbours preceding,
    @Nullable Neighbours following,
    List<Set<String>> needed) {
  /// Without bound; small enough to be added and multiplied.
  static final long ENDLESS = 1L << 20;

  private static final ExpressionShape UNKNOWN =
      new ExpressionShape(
          List.of(), ENDLESS, ENDLESS, ENDLESS, ENDLESS, ENDLESS, null, null, List.of());

  private static final int MOST_LITERALS = 12;
  private static final int MOST_WORDS = 200;

  /// The shape of an expression in RE2's syntax.
  static ExpressionShape of(String source) {
    try {
      var reader = new Reader(source);
      Part whole = reader.alternatives();
      @Nullable Anchor anchor = whole.anchor;
      return reader.at < source.length() || anchor == null
          ? UNKNOWN
          : new ExpressionShape(
              List.copyOf(anchor.literals),
              anchor.before,
              anchor.after,
              whole.breaks,
              whole.blanks,
              whole.solids,
              anchor.preceding == null ? null : new Neighbours(anchor.preceding, false),
              anchor.following == null ? null : new Neighbours(anchor.following, true),
              whole.needed.stream().filter(set -> !set.equals(anchor.literals)).toList());
    } catch (UnsupportedOperationException e) {
      return UNKNOWN;
    }
  }

  /// True for what `\s` stands for.
  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' && c != 0x0b;
  }

  /// Literals, how far the part that they stand in reaches from them, and the words of which one
  /// stands next to them; null where that is not known.
  private record Anchor(
      Set<String> literals,
      long before,
      long after,
      @Nullable Set<String> preceding,
      @Nullable Set<String> following) {
    int shortest() {
      return literals.stream().mapToInt(String::length).min().orElse(0);
    }

    Anchor within(long front, long behind) {
      return new Anchor(literals, sum(before, front), sum(after, behind), preceding, following);
    }

    /// The same in front of a part that can be one of these words only.
    Anchor followedBy(@Nullable Set<String> words) {
      boolean last = shortest() == after;
      return last && isWords(words) ? new Anchor(literals, before, after, preceding, words) : this;
    }

    /// The same behind a part that can be one of these words only.
    Anchor precededBy(@Nullable Set<String> words) {
      return before == 0 && isWords(words)
          ? new Anchor(literals, before, after, words, following)
          : this;
    }

    private static boolean isWords(@Nullable Set<String> words) {
      return words != null && !words.contains("");
    }
  }

  private static @Nullable Set<String> union(
      @Nullable Set<String> some, @Nullable Set<String> others) {
    if (some == null || others == null || some.size() + others.size() > MOST_WORDS) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static @Nullable Set<String> joined(
      @Nullable Set<String> firsts, @Nullable Set<String> seconds) {
    if (firsts == null || seconds == null || firsts.size() * seconds.size() > MOST_WORDS) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>();
    for (String first : firsts) {
      for (String second : seconds) {
        all.add(first + second);
      }
    }
    return all;
  }

  /// A part of an expression.
  ///
  /// @param length most characters
  /// @param breaks most line breaks
  /// @param blanks most blanks
  /// @param solids most characters that are no white space
  /// @param words all that it can match, lower case; null when that is much or not known
  /// @param anchor null when it can match without any literal
  /// @param needed sets of literals; one of each is in every match
  private record Part(
      long length,
      long breaks,
      long blanks,
      long solids,
      @Nullable Set<String> words,
      @Nullable Anchor anchor,
      List<Set<String>> needed) {
    static final Part NOTHING = new Part(0, 0, 0, 0, Set.of(""), null, List.of());

    static Part literal(String text) {
      long blanks = text.chars().filter(c -> c == ' ').count();
      Set<String> only = Set.of(text);
      return new Part(
          text.length(),
          0,
          blanks,
          text.length(),
          only,
          new Anchor(only, 0, text.length(), null, null),
          text.length() > 1 ? List.of(only) : List.of());
    }

    /// One character of a class.
    static Part one(boolean canBreak, boolean canBeBlank) {
      return new Part(2, canBreak ? 1 : 0, canBeBlank ? 1 : 0, 2, null, null, List.of());
    }

    /// One character that is white space.
    static Part space(boolean canBreak, boolean canBeBlank) {
      return new Part(1, canBreak ? 1 : 0, canBeBlank ? 1 : 0, 0, null, null, List.of());
    }

    Part then(Part next) {
      @Nullable Anchor first =
          anchor == null ? null : anchor.followedBy(next.words).within(0, next.length);
      @Nullable Anchor second =
          next.anchor == null ? null : next.anchor.precededBy(words).within(length, 0);
      boolean later = second != null && (first == null || second.shortest() > first.shortest());
      return new Part(
          sum(length, next.length),
          sum(breaks, next.breaks),
          sum(blanks, next.blanks),
          sum(solids, next.solids),
          joined(words, next.words),
          later ? second : first,
          Stream.concat(needed.stream(), next.needed.stream()).distinct().toList());
    }

    Part or(Part other) {
      @Nullable Anchor both = null;
      if (anchor != null && other.anchor != null) {
        Set<String> literals = new LinkedHashSet<>(anchor.literals);
        literals.addAll(other.anchor.literals);
        if (literals.size() <= MOST_LITERALS) {
          both =
              new Anchor(
                  literals,
                  Math.max(anchor.before, other.anchor.before),
                  Math.max(anchor.after, other.anchor.after),
                  union(anchor.preceding, other.anchor.preceding),
                  union(anchor.following, other.anchor.following));
        }
      }
      return new Part(
          Math.max(length, other.length),
          Math.max(breaks, other.breaks),
          Math.max(blanks, other.blanks),
          Math.max(solids, other.solids),
          union(words, other.words),
          both,
          both == null || both.shortest() < 2 ? List.of() : List.of(both.literals));
    }

    Part times(boolean optional, long most) {
      long longest = Math.min(ENDLESS, length * most);
      // In which of its repetitions the literal stands is not known.
      @Nullable Anchor kept = optional || anchor == null ? null : anchor.within(longest, longest);
      return new Part(
          longest,
          Math.min(ENDLESS, breaks * most),
          Math.min(ENDLESS, blanks * most),
          Math.min(ENDLESS, solids * most),
          null,
          kept,
          kept == null ? List.of() : needed);
    }
  }

  private static long sum(long a, long b) {
    return Math.min(ENDLESS, a + b);
  }

  /// Reads an expression from left to right.
  private static final class Reader {
    private final String source;
    private int at;

    Reader(String source) {
      this.source = source;
    }

    private char peek() {
      return at < source.length() ? source.charAt(at) : '\0';
    }

    private char next() {
      if (at == source.length()) {
        throw new UnsupportedOperationException();
      }
      return source.charAt(at++);
    }

    Part alternatives() {
      Part all = sequence();
      while (peek() == '|') {
        at++;
        all = all.or(sequence());
      }
      return all;
    }

    private Part sequence() {
      Part all = Part.NOTHING;
      var run = new StringBuilder();
      while (at < source.length() && peek() != '|' && peek() != ')') {
        int start = at;
        char literal = literal();
        boolean repeated = "*+?{".indexOf(peek()) >= 0 && peek() != '\0';
        if (literal != '\0' && !repeated) {
          run.append(literal);
          continue;
        }
        if (!run.isEmpty()) {
          all = all.then(Part.literal(run.toString()));
          run.setLength(0);
        }
        at = start;
        all = all.then(repeated(literal == '\0' ? atom() : Part.literal(one())));
      }
      return run.isEmpty() ? all : all.then(Part.literal(run.toString()));
    }

    private String one() {
      return String.valueOf(literal());
    }

    /// The character that stands for itself here, lower case; NUL and nothing read if none does.
    private char literal() {
      char c = peek();
      if (c == '\\' && at + 1 < source.length()) {
        char escaped = source.charAt(at + 1);
        if (escaped < 128 && !Character.isLetterOrDigit(escaped)) {
          at += 2;
          return escaped;
        }
        return '\0';
      }
      if (c < 128 && "\\.[](){}*+?^$|".indexOf(c) < 0) {
        at++;
        return Character.toLowerCase(c);
      }
      return '\0';
    }

    private Part atom() {
      char c = next();
      return switch (c) {
        case '(' -> group();
        case '[' -> characterClass();
        case '.' -> Part.one(false, true);
        case '^', '$' -> Part.NOTHING;
        case '\\' ->
            switch (next()) {
              case 'b', 'B' -> Part.NOTHING;
              case 'd', 'w', 'S' -> Part.one(false, false);
              case 't', 'r' -> Part.space(false, false);
              case 'n' -> Part.space(true, false);
              case 's' -> Part.space(true, true);
              case 'D', 'W' -> Part.one(true, true);
              default -> throw new UnsupportedOperationException();
            };
        default -> {
          if (c < 128) {
            throw new UnsupportedOperationException();
          }
          yield Part.one(false, false);
        }
      };
    }

    /// Behind the opening parenthesis. Flags change case and where lines begin, which matters not.
    private Part group() {
      if (peek() == '?') {
        at++;
        while ("im-".indexOf(peek()) >= 0 && peek() != '\0') {
          at++;
        }
        char c = next();
        if (c == ')') {
          return Part.NOTHING;
        }
        if (c != ':') {
          throw new UnsupportedOperationException();
        }
      }
      Part inner = alternatives();
      if (next() != ')') {
        throw new UnsupportedOperationException();
      }
      return inner;
    }

    /// Behind the opening bracket.
    private Part characterClass() {
      boolean negated = peek() == '^';
      if (negated) {
        at++;
      }
      boolean breaks = false;
      boolean blanks = false;
      boolean solid = negated;
      boolean first = true;
      while (first || peek() != ']') {
        first = false;
        char c = next();
        if (c == '[' && peek() == ':' || c < ' ') {
          throw new UnsupportedOperationException();
        }
        if (c == '\\') {
          c = next();
          if (Character.isLetterOrDigit(c) && "nrtdws".indexOf(c) < 0) {
            throw new UnsupportedOperationException();
          }
          breaks |= c == 'n' || c == 's';
          blanks |= c == 's';
          solid |= "nrts".indexOf(c) < 0;
        } else {
          solid |= c != ' ';
        }
        blanks |= c == ' ';
        // A range that begins with white space or punctuation may hold more than its ends.
        boolean range =
            peek() == '-' && source.charAt(Math.min(at + 1, source.length() - 1)) != ']';
        if (range && !Character.isLetterOrDigit(c)) {
          throw new UnsupportedOperationException();
        }
      }
      at++;
      return solid ? Part.one(breaks != negated, blanks != negated) : Part.space(breaks, blanks);
    }

    private Part repeated(Part part) {
      Part all = part;
      char c = peek();
      while (c == '*' || c == '+' || c == '?' || c == '{') {
        at++;
        all =
            switch (c) {
              case '*' -> all.times(true, ENDLESS);
              case '+' -> all.times(false, ENDLESS);
              case '?' -> all.times(true, 1);
              default -> counted(all);
            };
        c = peek();
      }
      return all;
    }

    /// Behind the brace of `{3}`, `{3,}` or `{3,40}`.
    private Part counted(Part part) {
      int least = number();
      long most = least;
      if (peek() == ',') {
        at++;
        most = peek() == '}' ? ENDLESS : number();
      }
      if (next() != '}') {
        throw new UnsupportedOperationException();
      }
      return part.times(least == 0, most);
    }

    private int number() {
      int start = at;
      while (Character.isDigit(peek())) {
        at++;
      }
      if (at == start || at - start > 4) {
        throw new UnsupportedOperationException();
      }
      return Integer.parseInt(source, start, at, 10);
    }
  }
}
