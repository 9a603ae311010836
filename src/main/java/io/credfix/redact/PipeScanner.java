package io.credfix.redact;

import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;

/// Finds passwords that a shell hands to a command: `echo … | docker login --password-stdin`, `sudo
/// -S <<< "…"`.
final class PipeScanner {
  /// So far from the command its password may stand.
  private static final int REACH = 400;

  private static final int SHORTEST = 4;

  /// The shortest that is taken where anything may be piped.
  private static final int SHORTEST_OF_ANY = 8;

  private final Findings findings;
  private final View view;
  private final Tokens tokens;
  private final Values values;

  PipeScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    tokens = new Tokens(view);
    values = new Values(view, findings.shapes());
  }

  void scan() {
    findings.shapes().list("pipedInto").forEach(command -> scan(command, true));
    if (view.indexOf("|", 0) >= 0) {
      findings.shapes().list("pipedThrough").forEach(command -> scan(command, false));
    }
    answers();
  }

  /// `expect "Password:"` and below it `send "…\r"`.
  private void answers() {
    int at = view.indexOf("expect", 0);
    while (at >= 0) {
      int end = view.lineEnd(at);
      int line = Math.min(end, at + REACH);
      if (view.indexOf("assword", at, line) >= 0 || view.indexOf("assphrase", at, line) >= 0) {
        int send = view.indexOf("send", end, Math.min(view.length(), end + REACH / 4));
        int open = send < 0 ? -1 : view.indexOf("\"", send, view.lineEnd(send));
        int close = open < 0 ? -1 : values.closingQuote(open);
        if (close >= 0) {
          add(open + 1, view.at(close - 1) == '\n' ? close - 1 : close, true);
        }
      }
      at = view.indexOf("expect", end);
    }
  }

  private void scan(String command, boolean secret) {
    int at = view.indexOf(command, 0);
    while (at >= 0) {
      int next = at + command.length();
      if (!isName(view.at(at - 1)) || command.startsWith("-")) {
        before(at, secret);
        if (secret) {
          after(next, Math.min(view.length(), next + REACH));
        }
      }
      at = view.indexOf(command, next);
    }
  }

  /// Looks in front of the last pipe for what is printed into it.
  private void before(int command, boolean secret) {
    int pipe = -1;
    for (int p = command - 1; p >= 0 && command - p < REACH; p--) {
      char c = view.at(p);
      if (c == '\n' || c == ';') {
        break;
      }
      if (c == '|') {
        pipe = p;
      } else if (pipe >= 0 && isBlank(c) && isEcho(p)) {
        argument(p, pipe, secret);
        return;
      }
    }
    if (pipe >= 0 && secret) {
      literal(pipe);
    }
  }

  /// True behind a word such as `echo`.
  private boolean isEcho(int blank) {
    int start = blank;
    while (blank - start < 16 && (isLetter(view.at(start - 1)) || view.at(start - 1) == '-')) {
      start--;
    }
    return blank - start >= 4
        && !isName(view.at(start - 1))
        && findings.shapes().has("echoes", view.substring(start, blank));
  }

  private void argument(int from, int pipe, boolean secret) {
    int p = tokens.blanks(from);
    while (view.at(p) == '-' && isLetter(view.at(p + 1))) {
      while (p < pipe && !isBlank(view.at(p))) {
        p++;
      }
      p = tokens.blanks(p);
    }
    int end = end(p, pipe);
    int next = tokens.blanks(end + (isQuote(view.at(p)) ? 1 : 0));
    // `printf '%s' …`
    if (next < pipe && view.indexOf("%", p, end) >= 0) {
      p = next;
      end = end(p, pipe);
    }
    add(isQuote(view.at(p)) ? p + 1 : p, end, secret);
  }

  /// The end of an argument, without the quote that closes it.
  private int end(int start, int pipe) {
    int close = isQuote(view.at(start)) ? values.closingQuote(start) : -1;
    if (close >= 0 && close < pipe) {
      return close;
    }
    int p = start;
    while (p < pipe && !isBlank(view.at(p))) {
      p++;
    }
    return p;
  }

  /// `'…' | docker login`, as PowerShell has it.
  private void literal(int pipe) {
    int close = pipe - 1;
    while (isBlank(view.at(close))) {
      close--;
    }
    char quote = view.at(close);
    if (!isQuote(quote)) {
      return;
    }
    int open = close - 1;
    while (close - open < REACH && open >= 0 && view.at(open) != quote && view.at(open) != '\n') {
      open--;
    }
    if (view.at(open) == quote) {
      add(open + 1, close, true);
    }
  }

  /// `<<< "…"`.
  private void after(int from, int limit) {
    int p = from;
    while (p < limit && view.at(p) != '\n' && !view.matches(p, "<<<")) {
      p++;
    }
    if (view.matches(p, "<<<")) {
      int start = tokens.blanks(p + 3);
      int end = end(start, view.lineEnd(start));
      add(isQuote(view.at(start)) ? start + 1 : start, end, true);
    }
  }

  private void add(int start, int end, boolean secret) {
    int from = start;
    // `user:password`, as chpasswd reads it.
    for (int p = start;
        p < end && p - start < 40 && (isName(view.at(p)) || view.at(p) == ':');
        p++) {
      if (view.at(p) == ':') {
        from = p + 1;
        break;
      }
    }
    from = end - from < SHORTEST ? start : from;
    boolean fits =
        secret
            ? end - from >= SHORTEST
            : end - from >= SHORTEST_OF_ANY && isNoWord(from, end) && tokens.isMixed(from, end);
    if (fits
        && !findings.isKept(from)
        && !values.isPlaceholder(from, end)
        && !values.isPath(from, end)) {
      findings.add(from, end, "password", Findings.BY_NAME);
    }
  }

  /// A digit and a letter, and nothing that is in prose, an address or JSON.
  private boolean isNoWord(int start, int end) {
    boolean digit = false;
    boolean letter = false;
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      if (isBlank(c) || "{}[]:\"".indexOf(c) >= 0) {
        return false;
      }
      digit |= isDigit(c);
      letter |= isLetter(c);
    }
    return digit && letter && !tokens.isUuid(start, end);
  }
}
