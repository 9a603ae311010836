package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBase64;
import static io.credfix.redact.Chars.isQuote;

import java.util.HashSet;
import java.util.Set;

/// Finds private keys and SAML assertions, whole or cut off.
final class BlockScanner {
  private static final int MAX_KEY = 16_000;

  private final Findings findings;
  private final SecretShapes shapes;
  private final View view;
  private final Tokens tokens;

  BlockScanner(Findings findings) {
    this.findings = findings;
    shapes = findings.shapes();
    view = findings.view();
    tokens = new Tokens(view);
  }

  void scan() {
    pem();
    headless();
    putty();
    for (String name : shapes.list("samlElements")) {
      saml(name);
    }
  }

  private void pem() {
    int nextEnd = -2;
    int begin = view.indexOf("-- BEGIN ", 0);
    int plain = view.indexOf("--BEGIN ", 0);
    while (begin >= 0 || plain >= 0) {
      int at = begin < 0 || plain >= 0 && plain < begin ? plain : begin;
      int from = at + 8;
      if (isPrivate(at)) {
        if (nextEnd != -1 && nextEnd < from) {
          nextEnd = view.indexOf("END ", from);
        }
        int start = at;
        while (view.at(start - 1) == '-') {
          start--;
        }
        int end = bodyEnd(from, nextEnd);
        findings.add(start, end, "private-key", Findings.BY_BLOCK);
        from = end;
      }
      begin = begin >= 0 && begin < from ? view.indexOf("-- BEGIN ", from) : begin;
      plain = plain >= 0 && plain < from ? view.indexOf("--BEGIN ", from) : plain;
    }
  }

  /// The end of a key whose first line is missing: lines of base64 and the last line.
  private void headless() {
    int at = view.indexOf("--END ", 0);
    int last = 0;
    while (at >= 0) {
      if (isPrivate(at)) {
        int start = bodyStart(at, last);
        if (start < at) {
          findings.add(start, at, "private-key", Findings.BY_BLOCK);
        }
      }
      last = at + 6;
      at = view.indexOf("--END ", last);
    }
  }

  private int bodyStart(int mark, int last) {
    int line = lineStart(mark, last);
    int start = mark;
    while (line > last) {
      int before = lineStart(line - 1, last);
      int from = tokens.content(before - 1);
      while (isQuote(view.at(from))) {
        from++;
      }
      int stop = from;
      while (isBase64(view.at(stop)) || view.at(stop) == '=') {
        stop++;
      }
      if (stop == from || stop != line - 1) {
        return start;
      }
      start = from;
      line = before;
    }
    return start;
  }

  private int lineStart(int place, int limit) {
    int p = place;
    while (p > limit && view.at(p - 1) != '\n') {
      p--;
    }
    return p;
  }

  private boolean isPrivate(int at) {
    for (int p = at; p - at < 48; p++) {
      if (view.matches(p, "PRIVATE")) {
        return true;
      }
      if (view.at(p) == '\n') {
        return false;
      }
    }
    return false;
  }

  private int bodyEnd(int from, int endMark) {
    int p = from;
    while (p < view.length() && view.at(p) != '-' && view.at(p) != '\n') {
      p++;
    }
    while (view.at(p) == '-') {
      p++;
    }
    if (endMark >= p && endMark - p < MAX_KEY && isPrivate(endMark)) {
      return markEnd(endMark);
    }
    int solid = p;
    while (p < view.length()) {
      char c = view.at(p);
      if (isBase64(c) || c == '=') {
        int stop = p;
        while (isBase64(view.at(stop)) || view.at(stop) == '=') {
          stop++;
        }
        if (view.at(stop) == ':') {
          if (!shapes.has("pemHeaders", view.substring(p, stop))) {
            return solid;
          }
          p = header(stop);
          solid = p;
          continue;
        }
        boolean prose = stop - p < 16 && view.at(stop) == ' ' && isAlnum(view.at(stop + 1));
        if (prose) {
          return solid;
        }
        solid = stop;
        p = stop;
      } else if (" \t\n>|\\,+\"'".indexOf(c) >= 0
          || Chars.isBox(c)
          || c == '-' && view.at(p + 1) != '\0') {
        if (isQuote(c)
            && view.at(p + 1) != '\n'
            && !isQuote(view.at(p + 1))
            && view.at(p + 1) != ' ') {
          return solid;
        }
        p++;
      } else {
        return solid;
      }
    }
    return solid;
  }

  private int markEnd(int mark) {
    int p = mark;
    while (p < view.length() && view.at(p) != '\n' && view.at(p) != '-' && !isQuote(view.at(p))) {
      p++;
    }
    while (view.at(p) == '-') {
      p++;
    }
    return p;
  }

  /// `Proc-Type: 4,ENCRYPTED`.
  private int header(int colon) {
    int p = colon;
    while (p < view.length() && view.at(p) != '\n') {
      p++;
    }
    return p;
  }

  private void putty() {
    int at = view.indexOf("PuTTY-User-Key-File-", 0);
    if (at < 0) {
      return;
    }
    int mac = view.indexOf("Private-MAC", at);
    int end = mac < 0 ? view.length() : header(mac);
    findings.add(at, end, "private-key", Findings.BY_BLOCK);
  }

  private void saml(String name) {
    int open = view.indexOf(name, 0);
    Set<String> unclosed = new HashSet<>();
    while (open >= 0) {
      int next = open + name.length();
      if (isElement(open)
          && (view.at(next) == ' ' || view.at(next) == '>' || view.at(next) == '\n')) {
        int start = open;
        while (view.at(start) != '<') {
          start--;
        }
        String closing = view.substring(start + 1, next) + ">";
        int close = unclosed.contains(closing) ? -1 : view.indexOf("</" + closing, next);
        if (close < 0) {
          unclosed.add(closing);
        }
        int end = close < 0 ? truncatedEnd(next) : close + closing.length() + 2;
        findings.add(start, end, "saml-assertion", Findings.BY_BLOCK);
        next = end;
      }
      open = view.indexOf(name, next);
    }
  }

  /// An element of SAML's own namespace.
  private boolean isElement(int name) {
    int p = name - 1;
    if (view.at(p) == ':') {
      int stop = p;
      while (stop - p < 8 && isAlnum(view.at(p - 1))) {
        p--;
      }
      return view.at(p - 1) == '<' && shapes.has("samlPrefixes", view.substring(p, stop));
    }
    if (view.at(p) != '<') {
      return false;
    }
    for (int q = name; q - name < 160 && view.at(q) != '>' && q < view.length(); q++) {
      if (view.matches(q, "SAML")) {
        return true;
      }
    }
    return false;
  }

  private int truncatedEnd(int from) {
    int p = from;
    while (p < view.length()) {
      if (view.at(p) == '\n' && view.at(tokens.blanks(p + 1)) == '\n') {
        return p;
      }
      p++;
    }
    return p;
  }
}
