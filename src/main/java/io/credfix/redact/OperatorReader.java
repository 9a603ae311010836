package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isBox;
import static io.credfix.redact.Chars.isHex;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;

import java.util.Locale;

/// Reads what stands between a name and its value.
final class OperatorReader {
  private static final int MAX_LEAD = 48;
  private static final String CDATA = "<![CDATA[";

  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;
  private Operator operator = Operator.NONE;
  private int place;

  OperatorReader(View view, SecretShapes shapes) {
    this.view = view;
    this.shapes = shapes;
    tokens = new Tokens(view);
  }

  Operator operator() {
    return operator;
  }

  /// Where the value begins.
  int place() {
    return place;
  }

  /// True when the name stood in quotes or brackets.
  boolean closed() {
    return closed;
  }

  private boolean closed;
  private boolean tagged;

  /// True when tags stood between name and value.
  boolean tagged() {
    return tagged;
  }

  /// Reads on from the end of a name.
  void read(int nameStart, int nameEnd) {
    int p = nameEnd;
    while (p - nameEnd < 4 && isClosing(view.at(p))) {
      p++;
    }
    closed = p > nameEnd;
    int q = tokens.blanks(p);
    tagged = view.at(q) == '<' && view.at(q + 1) == '/';
    if (tagged) {
      q = tokens.blanks(tags(q));
    }
    char c = view.at(q);
    char next = view.at(q + 1);
    if (isElement(nameStart, nameEnd)) {
      return;
    }
    if (c == '=' || (c == '?' || c == '+' || c == ':') && next == '=') {
      q++;
      while (view.at(q) == '=' || view.at(q) == '>' || view.at(q) == '~') {
        q++;
      }
      found(Operator.ASSIGN, q);
    } else if (c == '-' && next == '>') {
      found(Operator.ASSIGN, q + 2);
    } else if (c == '\u2192') {
      found(Operator.ASSIGN, q + 1);
    } else if (c == ':' && next != ':' && !(next == '/' && view.at(q + 2) == '/')) {
      found(Operator.COLON, q + 1);
    } else if (c == '[') {
      prompt(q);
    } else if (c == '(' && q == nameEnd && isQuote(view.at(tokens.blanks(q + 1)))) {
      found(Operator.CALL, q + 1);
    } else if (c == ',' && closed) {
      found(Operator.PAIR, q + 1);
    } else if (isBox(c)) {
      found(Operator.CELL, q + 1);
    } else if (c == '\n' && isPart(nameStart, q)) {
      found(Operator.ASSIGN, tokens.content(tokens.content(q)));
    } else if (c == '\n') {
      found(Operator.LINE, q);
    } else if (tagged) {
      found(Operator.CELL, q);
    } else if (q > p && q < view.length()) {
      found(Operator.SPACE, q);
    } else {
      found(Operator.NONE, q);
    }
  }

  /// `Content-Disposition: form-data; name="x"`, an empty line, the value.
  private boolean isPart(int nameStart, int lineEnd) {
    return closed
        && view.at(tokens.content(lineEnd)) == '\n'
        && view.matches(nameStart - 6, "name=\"");
  }

  private static boolean isClosing(char c) {
    return isQuote(c) || c == ']' || c == '*';
  }

  /// Skips up to four tags: `</td><td>`.
  private int tags(int from) {
    int p = from;
    for (int k = 0; k < 4 && view.at(p) == '<'; k++) {
      int end = p + 1;
      while (end - p < MAX_LEAD && end < view.length() && "<>\n".indexOf(view.at(end)) < 0) {
        end++;
      }
      if (view.at(end) != '>') {
        return p;
      }
      p = end + 1;
    }
    return p;
  }

  private void found(Operator found, int at) {
    operator = found;
    place = tokens.blanks(at);
    // `*Password:* x`, `**Password:** x`
    int marks = place;
    while (marks - place < 2 && view.at(marks) == '*') {
      marks++;
    }
    if (marks > place && isBlank(view.at(marks))) {
      place = tokens.blanks(marks);
    }
    if (tagged && view.at(place) == '<') {
      place = tokens.blanks(tags(place));
    }
  }

  private boolean isElement(int nameStart, int nameEnd) {
    int before = nameStart - 1;
    if (view.at(before) == ':') {
      before--;
      int limit = before - 16;
      while (before > limit && isAlnum(view.at(before))) {
        before--;
      }
    }
    if (view.at(before) != '<') {
      return false;
    }
    int p = nameEnd;
    while (p - nameEnd < 100 && p < view.length() && "<>\n".indexOf(view.at(p)) < 0) {
      p++;
    }
    if (view.at(p) != '>' || view.at(p - 1) == '/' || p > nameEnd && !isBlank(view.at(nameEnd))) {
      return false;
    }
    int value = p + 1;
    while (isBlank(view.at(value)) || view.at(value) == '\n') {
      value++;
    }
    found(Operator.ELEMENT, view.matches(value, CDATA) ? value + CDATA.length() : value);
    return true;
  }

  /// `AWS Secret Access Key [****************MPLE]: value`.
  private void prompt(int bracket) {
    int p = bracket + 1;
    while (p - bracket < MAX_LEAD && p < view.length() && "]\n".indexOf(view.at(p)) < 0) {
      p++;
    }
    if (view.at(p) == ']' && view.at(p + 1) == ':') {
      found(Operator.COLON, p + 2);
    } else {
      found(Operator.NONE, bracket);
    }
  }

  /// Skips what wraps a value: `b'`, `Some("`, `aws.String("`, `(*string)(0xc000…)"`, `[`.
  ///
  /// @return where the value itself begins; -1 when it is fetched from elsewhere
  int unwrap(int from) {
    int p = from;
    for (int round = 0; round < 6; round++) {
      char c = view.at(p);
      if (isLetter(c)) {
        int end = p;
        while (end - p < MAX_LEAD && isName(view.at(end))) {
          end++;
        }
        if (end - p <= 2 && isQuote(view.at(end))) {
          return end;
        }
        if (view.at(end) != '(' || !isCall(end)) {
          return p;
        }
        if (isReference(view.substring(p, end))) {
          return -1;
        }
        p = end;
      } else if (c == '(') {
        int close = p + 1;
        while (close - p < MAX_LEAD
            && close < view.length()
            && "()\"'\n".indexOf(view.at(close)) < 0) {
          close++;
        }
        boolean group = view.at(close) == ')' && view.at(close + 1) != '\0' && close > p + 1;
        boolean followed = group && "\"' (0".indexOf(view.at(close + 1)) >= 0;
        p = tokens.blanks(followed ? close + 1 : p + 1);
      } else if (c == '0' && view.at(p + 1) == 'x') {
        int end = p + 2;
        while (end - p < 20 && isHex(view.at(end))) {
          end++;
        }
        if (!isQuote(view.at(end)) && view.at(end) != '(') {
          return p;
        }
        p = end;
      } else if ((c == '&' || c == '*' || c == '@')
          && (isQuote(view.at(p + 1)) || isLetter(view.at(p + 1)))) {
        if (c == '*' || !isQuote(view.at(p + 1))) {
          return p;
        }
        p++;
      } else if (c == '[' && view.at(p + 1) != '*') {
        int end = p + 1;
        while (end - p < MAX_LEAD && (isLetter(view.at(end)) || view.at(end) == ' ')) {
          end++;
        }
        if (end > p + 1 && (view.at(end) == ']' || view.at(end) == ' ')) {
          return p;
        }
        p++;
      } else {
        return p;
      }
    }
    return p;
  }

  /// False for a bracket in a password, which nothing closes.
  private boolean isCall(int open) {
    int p = open + 1;
    while (p < view.length() && !isSpace(view.at(p)) && !isQuote(view.at(p))) {
      if (view.at(p) == ')' && !isAlnum(view.at(p + 1))) {
        return true;
      }
      p++;
    }
    return p == open + 1 || p - open < 4 && isQuote(view.at(p)) || view.at(p - 1) == '(';
  }

  private boolean isReference(String function) {
    String lower = function.toLowerCase(Locale.ROOT);
    for (String word : shapes.list("functions")) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
