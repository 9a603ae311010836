package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isQuote;

import io.credfix.redact.SecretShape.Named;

/// Finds what stands behind a reference for the case that it leads nowhere: `${PASSWORD:-…}`,
/// `os.environ.get("PASSWORD", "…")`, `ENV["PASSWORD"] || "…"`.
final class Defaults {
  private static final int MAX_LINE = 240;
  private static final int SHORTEST = 6;

  private final Findings findings;
  private final View view;
  private final Tokens tokens;
  private final Values values;

  /// Where an earlier look found no quote.
  private int dullFrom;

  private int dullUntil;

  Defaults(Findings findings) {
    this.findings = findings;
    view = findings.view();
    tokens = new Tokens(view);
    values = new Values(view, findings.shapes());
  }

  /// Removes the literals behind a reference.
  ///
  /// @param start of the reference
  /// @return the end of the last; 0: there is none
  int remove(int start, Named shape) {
    char first = view.at(start);
    if (view.at(start + 1) == '{' && first == '$') {
      return inBraces(start + 2, shape);
    }
    if (!isLetter(first) && "<{(!#".indexOf(first) < 0) {
      return 0;
    }
    int done = 0;
    int p = start;
    if (p >= dullFrom && p < dullUntil) {
      p = dullUntil;
    } else {
      dullFrom = p;
    }
    while (p - start < MAX_LINE
        && p < view.length()
        && view.at(p) != '\n'
        && !isQuote(view.at(p))) {
      p++;
    }
    dullUntil = p;
    while (p - start < MAX_LINE && p < view.length() && view.at(p) != '\n') {
      if (!isQuote(view.at(p))) {
        p++;
        continue;
      }
      int close = values.closingQuote(p);
      if (close < 0 || close - start > MAX_LINE) {
        return done;
      }
      if (isInstead(p, start) && isSecret(p + 1, close)) {
        add(p + 1, close, shape);
        done = close;
      }
      p = close + 1;
    }
    return done;
  }

  /// `NAME:-value}`, `NAME:value}`.
  private int inBraces(int start, Named shape) {
    int p = start;
    while (isAlnum(view.at(p)) || view.at(p) == '_' || view.at(p) == '.') {
      p++;
    }
    if (view.at(p) != ':') {
      return 0;
    }
    p++;
    int from = view.at(p) == '-' || view.at(p) == '=' ? p + 1 : p;
    int end = from;
    while (end - from < MAX_LINE && end < view.length() && "}\n".indexOf(view.at(end)) < 0) {
      end++;
    }
    if (view.at(end) != '}' || !isSecret(from, end)) {
      return 0;
    }
    add(from, end, shape);
    return end;
  }

  private void add(int start, int end, Named shape) {
    findings.add(start, end, shape.kind(), shape.aws() ? Findings.BY_SHAPE : Findings.BY_NAME);
  }

  /// True behind a comma, `||`, `??`, `or`, `{`, `default(`.
  private boolean isInstead(int quote, int start) {
    int p = quote - 1;
    while (p > start && view.at(p) == ' ') {
      p--;
    }
    return p > start
        && (",|?{".indexOf(view.at(p)) >= 0
            || view.matches(p - 2, " or")
            || view.matches(p - 7, "default("));
  }

  /// A digit among letters, and neither a path, a placeholder, nor like `eu-west-1`.
  private boolean isSecret(int start, int end) {
    boolean digit = false;
    boolean letter = false;
    boolean dash = false;
    boolean plain = true;
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      digit |= isDigit(c);
      letter |= isLetter(c);
      dash |= c == '-';
      plain &= isLower(c) || isDigit(c) || c == '-';
    }
    return !(dash && plain)
        && end - start >= SHORTEST
        && digit
        && letter
        && !findings.isKept(start)
        && !tokens.isUuid(start, end)
        && !values.isPlaceholder(start, end)
        && !values.isPath(start, end);
  }
}
