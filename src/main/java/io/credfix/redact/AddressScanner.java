package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;

/// Finds passwords in addresses: `https://user:password@host`, database URLs, data source names.
final class AddressScanner {
  private static final int MAX_USER = 4096;

  private final Findings findings;
  private final View view;
  private final Values values;
  private final Tokens tokens;

  AddressScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    values = new Values(view, findings.shapes());
    tokens = new Tokens(view);
  }

  void scan() {
    int at = view.indexOf("://", 0);
    while (at >= 0) {
      int next = userInfo(at + 3);
      at = view.indexOf("://", Math.max(next, at + 3));
    }
    int sign = view.indexOf("@", 0);
    while (sign >= 0) {
      if (view.matches(sign, "@tcp(")
          || view.matches(sign, "@unix(")
          || view.matches(sign, "@//")
          || view.matches(sign, "@(")) {
        dataSource(sign);
      }
      sign = view.indexOf("@", sign + 1);
    }
  }

  private int userInfo(int start) {
    int colon = -1;
    int sign = -1;
    boolean slash = false;
    boolean encoded = !isLiteral(start - 1) || !isLiteral(start - 3);
    int p = start;
    while (p < view.length() && p - start < MAX_USER) {
      char c = view.at(p);
      if (isSpace(c) || isQuote(c) || c == '<' && colon < 0 || c == '>' || view.matches(p, "://")) {
        break;
      }
      if (!encoded && !isLiteral(p)) {
        p++;
        continue;
      }
      if (c == ':' && colon < 0 && !slash) {
        colon = p;
      }
      if (c == '@' && (!slash || isHost(p + 1))) {
        sign = p;
        if (slash) {
          break;
        }
      }
      if (c == '/' || c == '?' || c == '#') {
        if (sign >= 0 || colon < 0 || isPort(colon + 1, p)) {
          break;
        }
        slash = true;
      }
      p++;
    }
    if (sign < 0) {
      return p;
    }
    if (colon >= 0 && colon < sign) {
      if (!values.isPlaceholder(colon + 1, sign)) {
        findings.add(colon + 1, sign, "password", Findings.BY_NAME);
      }
    } else if (sign - start >= 16
        && (tokens.isMixed(start, sign) || sign - start == 32 && tokens.isAllHex(start, sign))
        && !findings.isKept(start)) {
      findings.add(start, sign, "password", Findings.BY_NAME);
    }
    return sign;
  }

  /// False for a character that stood URL-encoded: it separates nothing.
  private boolean isLiteral(int place) {
    return view.to(place) - view.from(place) == 1;
  }

  private boolean isPort(int start, int end) {
    for (int p = start; p < end; p++) {
      if (!isDigit(view.at(p))) {
        return false;
      }
    }
    return end - start <= 5;
  }

  private boolean isHost(int start) {
    int p = start;
    while (p - start < 64 && (isAlnum(view.at(p)) || view.at(p) == '.' || view.at(p) == '-')) {
      p++;
    }
    return p > start
        && (view.at(p) == ':'
            || view.at(p) == '/'
            || p >= view.length()
            || isSpace(view.at(p))
            || isQuote(view.at(p)));
  }

  /// `user:password@tcp(host:3306)/name`, `jdbc:oracle:thin:scott/tiger@//host`.
  private void dataSource(int sign) {
    int p = sign;
    int colon = -1;
    int slash = -1;
    while (p > 0
        && sign - p < 256
        && !isSpace(view.at(p - 1))
        && !isQuote(view.at(p - 1))
        && view.at(p - 1) != '=') {
      p--;
      if (view.at(p) == ':') {
        colon = p;
      } else if (view.at(p) == '/' && slash < 0) {
        slash = p;
      }
    }
    boolean oracle = view.matches(p, "jdbc:oracle");
    int start = oracle ? slash + 1 : colon + 1;
    if (start > p && start < sign && !values.isPlaceholder(start, sign)) {
      findings.add(start, sign, "password", Findings.BY_NAME);
    }
  }
}
