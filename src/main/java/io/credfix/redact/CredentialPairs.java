package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;
import static io.credfix.redact.Chars.isUpper;

import java.util.Locale;

/// Finds the password of a pair: `user/pass: alice/…`, `creds: alice:…`.
final class CredentialPairs {
  private static final String BUNDLER = "BUNDLE_";
  private static final int LONGEST_HOST = 200;
  private static final int LONGEST_USER = 64;
  private static final int LONGEST_WORD = 12;
  private static final int LONGEST = 400;

  private final Findings findings;
  private final View view;
  private final Tokens tokens;
  private final Values values;

  CredentialPairs(Findings findings) {
    this.findings = findings;
    view = findings.view();
    tokens = new Tokens(view);
    values = new Values(view, findings.shapes());
  }

  /// `BUNDLE_GEMS__EXAMPLE__COM=user:password`, as Bundler names the password of a host.
  void bundler() {
    int place = view.indexOf(BUNDLER, 0);
    while (place >= 0) {
      int end = place;
      while (isName(view.at(end))) {
        end++;
      }
      int p = tokens.blanks(isQuote(view.at(end)) ? end + 1 : end);
      if ((view.at(p) == '=' || view.at(p) == ':')
          && view.indexOf("__", place, Math.min(end, place + LONGEST_HOST)) >= 0) {
        bundled(tokens.blanks(p + 1));
      }
      place = view.indexOf(BUNDLER, end);
    }
  }

  private void bundled(int start) {
    int p = isQuote(view.at(start)) ? start + 1 : start;
    int user = p;
    while (p - user < LONGEST_USER && isName(view.at(p))) {
      p++;
    }
    if (view.at(p) == ':') {
      remove(start, true);
    }
  }

  /// True for the second of two names: `user/password`.
  boolean isSecond(int name) {
    int p = name - 1;
    while (isBlank(view.at(p)) && name - p < 3) {
      p--;
    }
    if ("/+&|".indexOf(view.at(p)) < 0 || p < 0) {
      return false;
    }
    int end = p;
    while (isBlank(view.at(end - 1)) && p - end < 2) {
      end--;
    }
    int start = end;
    while (end - start < LONGEST_WORD && isLetter(view.at(start - 1))) {
      start--;
    }
    return start < end
        && findings.shapes().has("pairNames", view.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /// Removes what stands behind the user.
  ///
  /// @param sure false where a pair need not be one of a password
  /// @return the end of it; 0: there is no pair
  int remove(int place, boolean sure) {
    int start = isQuote(view.at(place)) ? place + 1 : place;
    int p = start;
    while (p - start < LONGEST_USER
        && (isName(view.at(p)) || view.at(p) == '@' || view.at(p) == '\\' || view.at(p) == '+')) {
      p++;
    }
    int user = p;
    p = tokens.blanks(p);
    char sign = view.at(p);
    if (user == start || user - start < 2 || sign != ':' && sign != '/' && sign != '|') {
      return 0;
    }
    boolean apart = p > user;
    p = apart ? tokens.blanks(p + 1) : p + 1;
    int end = p;
    int limit = Math.min(view.length(), p + LONGEST);
    while (end < limit && !isSpace(view.at(end)) && !isQuote(view.at(end))) {
      end++;
    }
    if (end - p >= LONGEST) {
      return 0;
    }
    while (end > p && ".,;)".indexOf(view.at(end - 1)) >= 0) {
      end--;
    }
    // What an earlier run removed has its label there.
    if (values.isPlaceholder(p, end)) {
      return sure ? end : 0;
    }
    if (end - p < 4
        || view.at(p) == '/'
        || findings.isKept(p)
        || findings.isKept(start)
        || !sure && !isSecret(p, end, sign)) {
      return 0;
    }
    findings.add(p, end, "password", Findings.BY_NAME);
    return end;
  }

  /// What is no word, number, path or address.
  private boolean isSecret(int start, int end, char sign) {
    boolean digit = false;
    boolean letter = false;
    boolean turn = false;
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      if (c == '/' || c == ':' && sign == ':' || c == '.' && isAlnum(view.at(p + 1))) {
        return false;
      }
      digit |= isDigit(c);
      letter |= isLetter(c);
      turn |= p > start && isUpper(c) && isLower(view.at(p - 1));
    }
    return end - start >= 6
        && letter
        && (digit || turn && !tokens.isWord(start, end))
        && !tokens.isUuid(start, end);
  }
}
