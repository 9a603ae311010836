package io.credfix.redact;

import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isName;

/// Finds what the debug log of a workflow says an expression is: `Evaluating: secrets.TOKEN`, and
/// some lines below `Result: '…'`.
final class EvaluationLog {
  private static final int REACH = 1200;
  private static final int SHORTEST = 6;

  private final Findings findings;
  private final View view;
  private final Values values;
  private final NameReader names;

  EvaluationLog(Findings findings) {
    this.findings = findings;
    view = findings.view();
    values = new Values(view, findings.shapes());
    names = new NameReader(view, findings.shapes());
  }

  void scan() {
    String start = "Evaluating";
    int at = view.indexOf(start, 0);
    while (at >= 0) {
      int next = view.indexOf(start, at + start.length());
      int line = view.lineEnd(at);
      if (namesSecret(at, line)) {
        int limit = Math.min(view.length(), line + REACH);
        results(line, next < 0 ? limit : Math.min(limit, next));
      }
      at = next;
    }
  }

  private boolean namesSecret(int start, int end) {
    if (view.indexOf("secrets", start, end) >= 0) {
      return true;
    }
    names.cut(start);
    int p = start;
    while (p < end && p - start < REACH) {
      if (!names.read(p)) {
        p++;
        continue;
      }
      p = names.end();
      if (names.isSecret()) {
        return true;
      }
    }
    return false;
  }

  private void results(int from, int limit) {
    for (int p = from; p < limit; p++) {
      if (view.at(p) == '\'' && (view.matches(p - 8, "Result: ") || view.matches(p - 3, "=> "))) {
        int close = values.closingQuote(p);
        if (close >= 0 && isSecret(p + 1, close)) {
          findings.add(p + 1, close, "secret", Findings.BY_NAME);
          p = close;
        }
      }
    }
  }

  /// No name, no word, no address.
  private boolean isSecret(int start, int end) {
    boolean digit = false;
    boolean letter = false;
    boolean name = true;
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      digit |= isDigit(c);
      letter |= isLetter(c);
      name &= isName(c) && !isDigit(c);
    }
    return end - start >= SHORTEST
        && (digit && letter || !name || end - start >= 20)
        && view.indexOf("://", start, end) < 0
        && !findings.isKept(start)
        && !values.isPlaceholder(start, end)
        && !values.isPath(start, end);
  }
}
