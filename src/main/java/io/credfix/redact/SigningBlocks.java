package io.credfix.redact;

import static io.credfix.redact.Chars.isHex;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;
import static io.credfix.redact.Chars.isUpper;

/// Finds canonical requests and strings to sign: in debug logs, in messages of
/// `SignatureDoesNotMatch`, in XML, as hex bytes.
final class SigningBlocks {
  private static final int MAX_LEAD = 80;
  private static final int MAX_LINES = 120;

  private final Findings findings;
  private final View view;

  SigningBlocks(Findings findings) {
    this.findings = findings;
    view = findings.view();
  }

  /// Removes the block that begins behind its name.
  ///
  /// @return where to go on; 0: there is none
  int scan(int at, String kind) {
    int start = at;
    for (String lead : findings.shapes().list("blockLeads")) {
      if (view.matches(start, lead)) {
        start += lead.length();
        break;
      }
    }
    int limit = start + MAX_LEAD;
    boolean quoted = false;
    while (start < limit
        && (isSpace(view.at(start))
            || Chars.isBox(view.at(start))
            || "-]>:='\"`".indexOf(view.at(start)) >= 0)) {
      quoted |= isQuote(view.at(start));
      start++;
    }
    if (!isStart(start)) {
      return 0;
    }
    int end = end(start, quoted);
    findings.add(start, end, kind, Findings.BY_BLOCK);
    return end;
  }

  /// An HTTP method, an algorithm, or hex bytes.
  private boolean isStart(int start) {
    if (view.matches(start, "AWS4-")) {
      return true;
    }
    if (isHex(view.at(start))
        && isHex(view.at(start + 1))
        && view.at(start + 2) == ' '
        && isHex(view.at(start + 3))) {
      return true;
    }
    int p = start;
    while (p - start < 8 && isUpper(view.at(p))) {
      p++;
    }
    return p - start >= 3 && (view.at(p) == '\n' || view.at(p) == ' ');
  }

  private int end(int start, boolean quoted) {
    int lines = 0;
    int line = start;
    int p = start;
    while (p < view.length()) {
      char c = view.at(p);
      if (c == '<' || quoted && isQuote(c) || c == '-' && view.matches(p, "---[")) {
        return p;
      }
      if (c == '\n') {
        if (isLast(line, p) || ++lines > MAX_LINES) {
          return p;
        }
        line = p + 1;
      }
      p++;
    }
    return p;
  }

  /// The payload hash ends a canonical request, the hash of that a string to sign.
  private boolean isLast(int start, int end) {
    int size = end - start;
    int stop = end;
    int from = start;
    while (from < stop
        && (isSpace(view.at(from)) || view.at(from) == '>' || Chars.isBox(view.at(from)))) {
      from++;
    }
    while (stop > from && isSpace(view.at(stop - 1))) {
      stop--;
    }
    if (size > 200) {
      return false;
    }
    if (view.matches(from, "UNSIGNED-PAYLOAD") || view.matches(from, "STREAMING-")) {
      return true;
    }
    if (stop - from != 64) {
      return false;
    }
    for (int p = from; p < stop; p++) {
      if (!isHex(view.at(p))) {
        return false;
      }
    }
    return true;
  }
}
