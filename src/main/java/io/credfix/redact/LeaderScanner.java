package io.credfix.redact;

import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;

import io.credfix.redact.SecretShape.Named;
import org.jspecify.annotations.Nullable;

/// Finds values behind a row of dots: `Password........: …`.
final class LeaderScanner {
  private static final String DOTS = "....";
  private static final int LONGEST_NAME = 60;

  /// No more of a value is read: every row of dots may have one.
  private static final int LONGEST = 400;

  private static final int SHORTEST = 4;
  private static final int SHORTEST_OTHER = 8;

  private final Findings findings;
  private final View view;
  private final Tokens tokens;
  private final Values values;
  private final NameReader names;

  LeaderScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    tokens = new Tokens(view);
    values = new Values(view, findings.shapes());
    names = new NameReader(view, findings.shapes());
  }

  void scan() {
    int at = view.indexOf(DOTS, 0);
    while (at >= 0) {
      int end = at;
      while (view.at(end) == '.') {
        end++;
      }
      Named shape = named(at);
      if (shape != null) {
        value(end, shape);
      }
      at = view.indexOf(DOTS, end);
    }
  }

  /// What the words in front of a place say; null: nothing of a secret.
  private @Nullable Named named(int dots) {
    int end = dots;
    while (isBlank(view.at(end - 1))) {
      end--;
    }
    int start = end;
    while (end - start < LONGEST_NAME
        && (isName(view.at(start - 1)) || view.at(start - 1) == ' ')) {
      start--;
    }
    names.cut(start);
    @Nullable Named shape = null;
    int p = start;
    while (p < end) {
      if (names.read(p, end)) {
        p = names.end();
        shape = p == end && names.isSecret() ? names.shape() : null;
      } else {
        p++;
      }
    }
    return shape;
  }

  private void value(int dots, Named shape) {
    int start = tokens.blanks(dots);
    while (view.at(start) == ':' || view.at(start) == '=' || view.at(start) == '>') {
      start = tokens.blanks(start + 1);
    }
    boolean quoted = isQuote(view.at(start));
    start = quoted ? start + 1 : start;
    int end = start;
    boolean odd = false;
    boolean letter = false;
    int limit = Math.min(view.length(), start + LONGEST);
    while (end < limit && !isSpace(view.at(end)) && !isQuote(view.at(end))) {
      if (view.at(end) == View.LABEL || view.at(end) == '.' && view.matches(end, DOTS)) {
        return;
      }
      odd |= !isLetter(view.at(end)) && ".,;:!?-_/".indexOf(view.at(end)) < 0;
      letter |= isLetter(view.at(end)) || isDigit(view.at(end));
      end++;
    }
    boolean alone = tokens.lineEnd(end) >= 0 || tokens.blanks(end) >= view.length();
    boolean password = shape.kind().equals("password");
    boolean fits =
        end - start < LONGEST
            && end - start >= (password ? SHORTEST : SHORTEST_OTHER)
            && letter
            && (odd || password && (quoted || alone) && end - start >= SHORTEST_OTHER);
    if (fits
        && !findings.isKept(start)
        && !values.isPlaceholder(start, end)
        && !values.isPath(start, end)
        && !values.isProse(start, end, Operator.COLON, quoted)) {
      findings.add(start, end, shape.kind(), shape.aws() ? Findings.BY_SHAPE : Findings.BY_NAME);
    }
  }
}
