package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;

/// Finds the values of a Kubernetes Secret, whatever their keys are called.
final class KubernetesScanner {
  private final Findings findings;
  private final View view;
  private final Tokens tokens;
  private final Values values;

  KubernetesScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    tokens = new Tokens(view);
    values = new Values(view, findings.shapes());
  }

  void scan() {
    if (!isSecret()) {
      return;
    }
    for (String name : new String[] {"data", "stringData"}) {
      int at = view.indexOf(name, 0);
      while (at >= 0) {
        int end = at + name.length();
        if (!isName(view.at(at - 1)) && !isName(view.at(end))) {
          int p = isQuote(view.at(end)) ? end + 1 : end;
          p = tokens.blanks(p);
          if (view.at(p) == ':') {
            end = members(at, p + 1);
          }
        }
        at = view.indexOf(name, end);
      }
    }
  }

  private boolean isSecret() {
    int at = view.indexOf("kind", 0);
    while (at >= 0) {
      int p = at + 4;
      while (p - at < 24 && (isBlank(view.at(p)) || isQuote(view.at(p)) || view.at(p) == ':')) {
        p++;
      }
      if (view.matches(p, "Secret") && !isAlnum(view.at(p + 6))) {
        return true;
      }
      at = view.indexOf("kind", at + 4);
    }
    return false;
  }

  private int members(int name, int start) {
    int p = tokens.blanks(start);
    if (view.at(p) == '{') {
      return object(p + 1);
    }
    return view.at(p) == '\n' ? mapping(name, p) : start;
  }

  private int object(int start) {
    int p = start;
    boolean value = false;
    while (p < view.length() && view.at(p) != '}') {
      char c = view.at(p);
      if (isQuote(c)) {
        int close = values.closingQuote(p);
        if (close < 0) {
          return p + 1;
        }
        if (value) {
          remove(p + 1, close);
        }
        value = false;
        p = close;
      } else if (c == ':') {
        value = true;
      } else if (!isSpace(c) && c != ',') {
        value = false;
      }
      p++;
    }
    return p;
  }

  private int mapping(int name, int lineEnd) {
    int indent = indent(name);
    int line = lineEnd;
    int start = -1;
    int end = -1;
    int keyIndent = -1;
    while (line < view.length()) {
      int p = line + 1;
      while (isBlank(view.at(p)) || Chars.isBox(view.at(p)) || view.at(p) == '>') {
        p++;
      }
      int width = p - line - 1;
      int stop = p;
      while (stop < view.length() && view.at(stop) != '\n') {
        stop++;
      }
      if (stop > p && width <= indent) {
        break;
      }
      if (stop > p) {
        keyIndent = keyIndent < 0 ? width : keyIndent;
        int colon = p;
        while (colon < stop && isName(view.at(colon))) {
          colon++;
        }
        if (width == keyIndent && view.at(colon) == ':') {
          remove(start, end);
          start = tokens.blanks(colon + 1);
          if (view.at(start) == '|' || view.at(start) == '>') {
            start = -1;
          } else if (isQuote(view.at(start))) {
            start++;
          }
          end = start < 0 ? -1 : isQuote(view.at(stop - 1)) ? stop - 1 : stop;
        } else if (keyIndent >= 0) {
          start = start < 0 ? p : start;
          end = stop;
        }
      }
      line = stop;
    }
    remove(start, end);
    return line;
  }

  private int indent(int place) {
    int p = place;
    while (p > 0 && view.at(p - 1) != '\n') {
      p--;
    }
    return place - p;
  }

  private void remove(int start, int end) {
    if (start >= 0 && end > start && !values.isPlaceholder(start, end)) {
      findings.add(start, end, "kubernetes-secret", Findings.BY_SHAPE);
    }
  }
}
