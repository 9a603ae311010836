package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isMask;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;

import java.util.Locale;

/// Tells how far a value goes and whether it is one: not a placeholder, a reference, or the next
/// word of a sentence.
final class Values {
  private static final int MAX_QUOTED = 40_000;
  private static final int SAMPLE = 80;

  /// More than this stands in front of where a terminal cuts a value.
  private static final int SHORT = 24;

  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;

  Values(View view, SecretShapes shapes) {
    this.view = view;
    this.shapes = shapes;
    tokens = new Tokens(view);
  }

  /// The closing quote for the one at a place; -1: none. A line end inside is allowed where the
  /// lines hold nothing but a token.
  int closingQuote(int open) {
    char quote = view.at(open);
    int depth = view.depth(open);
    boolean blank = false;
    boolean wrapped = false;
    boolean first = false;
    int p = open + 1;
    while (p < view.length() && p - open < MAX_QUOTED) {
      char c = view.at(p);
      if (c == quote && view.depth(p) <= depth) {
        return wrapped && (blank || isAlnum(view.at(p + 1)) || isNameBefore(p, first)) ? -1 : p;
      }
      if (c == '\n' && isLineEnd(p)) {
        if (blank || p == open + 1) {
          return -1;
        }
        first = !wrapped && p - open < SHORT;
        wrapped = true;
        p = tokens.content(p);
        continue;
      }
      if (wrapped && !Chars.isDotted(c) && c != '=' && tokens.lineEnd(p) < 0) {
        return -1;
      }
      if (c == ' ' && tokens.lineEnd(p) < 0) {
        blank = true;
      }
      p++;
    }
    return -1;
  }

  /// `name', 'value'`, `name": …`: what the quote closes is no value.
  ///
  /// @param small true when little stood on the line before
  private boolean isNameBefore(int close, boolean small) {
    int p = tokens.blanks(close + 1);
    boolean pair = small && view.at(p) == ',' && isQuote(view.at(tokens.blanks(p + 1)));
    return pair || view.at(p) == ':' || view.at(p) == '=';
  }

  /// A real line end, not an escaped one.
  private boolean isLineEnd(int place) {
    return view.to(place) - view.from(place) == 1 || view.isCarriageReturn(place);
  }

  /// The end of a value without quotes.
  ///
  /// @param whole true when the name began the line: quotes belong to the value
  int runEnd(int start, boolean whole) {
    int p = start;
    while (p < view.length()) {
      char c = view.at(p);
      if (isSpace(c) || isQuote(c) && !isInside(p, whole)) {
        break;
      }
      if (c == '<' && (isLetter(view.at(p + 1)) || view.at(p + 1) == '/') || c == '>' && !whole) {
        break;
      }
      if (",;&|".indexOf(c) >= 0 && (ends(p + 1) || isNameAhead(p + 1))) {
        break;
      }
      if (")]}".indexOf(c) >= 0 && !isAlnum(view.at(p + 1))) {
        break;
      }
      p++;
    }
    return p;
  }

  /// An apostrophe, or a quote inside a value that its line begins with.
  private boolean isInside(int quote, boolean whole) {
    return whole && isAlnum(view.at(quote + 1))
        || view.at(quote) == '\'' && isLetter(view.at(quote - 1)) && isLetter(view.at(quote + 1));
  }

  private boolean ends(int place) {
    char c = view.at(place);
    return place >= view.length() || isSpace(c) || isQuote(c) || ")]}".indexOf(c) >= 0;
  }

  private boolean isNameAhead(int place) {
    int p = isQuote(view.at(place)) ? place + 1 : place;
    int start = p;
    while (p - start < 40 && isName(view.at(p))) {
      p++;
    }
    return p > start && (view.at(p) == '=' || view.at(p) == ':') && view.at(p + 1) != '=';
  }

  /// True when a value says that it is none.
  boolean isPlaceholder(int start, int end) {
    if (end <= start || view.at(start) == View.LABEL) {
      return true;
    }
    String value = view.substring(start, Math.min(end, start + SAMPLE));
    String lower = value.toLowerCase(Locale.ROOT);
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    if (isMasked(value, lower)) {
      return true;
    }
    if (first == '$' && isVariable(value)
        || value.length() > 2 && first == '%' && last == '%'
        || first == '<'
            && (last == '>' || isLetter(view.at(start + 1)) || view.at(start + 1) == '%')
        || value.startsWith("{{")
        || value.startsWith("#{")
        || value.startsWith("!Ref")
        || value.startsWith("!Sub")
        || value.startsWith("{resolve:")) {
      return true;
    }
    if ((first == '[' || first == '{' || first == '(') && isBracketed(value)) {
      return true;
    }
    return isReference(lower) && end - start < SAMPLE || isFake(lower);
  }

  private static boolean isVariable(String value) {
    if (value.startsWith("${") || value.startsWith("$(") || value.startsWith("$env:")) {
      return true;
    }
    int p = 1;
    while (p < value.length() && (isAlnum(value.charAt(p)) || value.charAt(p) == '_')) {
      p++;
    }
    return p > 1 && p == value.length() && !isDigit(value.charAt(1));
  }

  private static boolean isBracketed(String value) {
    int p = 1;
    while (p < value.length()
        && (isLetter(value.charAt(p)) || " -_.".indexOf(value.charAt(p)) >= 0)) {
      p++;
    }
    return p > 1 && (p == value.length() || ")]}".indexOf(value.charAt(p)) >= 0);
  }

  private static boolean isMasked(String value, String lower) {
    int shown = 0;
    int hidden = 0;
    char first = lower.charAt(0);
    boolean same = true;
    for (int p = 0; p < value.length(); p++) {
      char c = lower.charAt(p);
      same &= c == first;
      if (isMask(c) || c == '.' || c == 'x') {
        hidden++;
      } else {
        shown++;
      }
    }
    boolean dots = value.contains("...") || value.contains("…") || value.contains("***");
    return same && (!isAlnum(first) || first == 'x' && hidden > 1)
        || dots && shown <= 8
        || hidden > 3 && shown == 0
        || hidden >= 8 && shown <= 4;
  }

  /// `var.secret`, `process.env.SECRET`, `arn:aws:…`.
  private boolean isReference(String lower) {
    int p = 0;
    while (p < lower.length() && Chars.isAlnum(lower.charAt(p))) {
      p++;
    }
    return p < lower.length() && shapes.has("references", lower.substring(0, p + 1));
  }

  private boolean isFake(String lower) {
    return shapes.has("fakes", lower)
        || lower.startsWith("your-")
        || lower.startsWith("your_")
        || lower.startsWith("my-secret")
        || lower.startsWith("redacted");
  }

  /// True when the text goes on as prose: `token: The token has expired`.
  ///
  /// @param end of the first word
  boolean isProse(int start, int end, Operator operator, boolean quoted) {
    int word = end;
    if (quoted) {
      word = start;
      while (word < end && !isSpace(view.at(word))) {
        word++;
      }
    }
    if (word - start > SAMPLE) {
      return false;
    }
    String lower = view.substring(start, word).toLowerCase(Locale.ROOT);
    int letters = lower.length();
    while (letters > 0 && ".,;:!?)]".indexOf(lower.charAt(letters - 1)) >= 0) {
      letters--;
    }
    String bare = lower.substring(0, letters);
    boolean isWord = tokens.isWord(start, word);
    if (isWord && shapes.has("words", bare)) {
      return word == end || !quoted || areWords(word, end);
    }
    if (quoted || operator != Operator.COLON) {
      return false;
    }
    int next = tokens.blanks(end);
    boolean more =
        next > end && view.at(next) != '\n' && next < view.length() && view.at(next) != '#';
    if (more && (isWord || lower.endsWith(":"))) {
      return true;
    }
    if (isWord && isErrorName(bare)) {
      return true;
    }
    return more && letters <= 3 && isNumber(bare);
  }

  private boolean areWords(int start, int end) {
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      if (!isLetter(c) && " .,;:'-()/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isErrorName(String lower) {
    for (String end : shapes.list("errorEnds")) {
      if (lower.endsWith(end) && lower.length() > end.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(String value) {
    for (int p = 0; p < value.length(); p++) {
      if (!isDigit(value.charAt(p))) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  /// True for file paths: `/var/run/secrets/token`, `C:\keys`, `~/.aws/credentials`.
  boolean isPath(int start, int end) {
    char c = view.at(start);
    char next = view.at(start + 1);
    if (c == '~' && next == '/' || c == '.' && (next == '/' || next == '.')) {
      return true;
    }
    if (isLetter(c) && next == ':' && (view.at(start + 2) == '\\' || view.at(start + 2) == '/')) {
      return true;
    }
    if (c != '/' || end - start == 40 || !isLetter(next) && next != '.') {
      return false;
    }
    return !tokens.isMixed(start, end);
  }
}
