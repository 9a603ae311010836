package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;

import io.credfix.redact.SecretShape.Named;
import io.credfix.redact.SecretShape.Need;
import java.util.Locale;

/// Finds values that a sentence tells: `the password is …`, `password for the console was: …`.
final class Sentences {
  private static final int MAX_BETWEEN = 6;
  private static final int MAX_WORD = 40;
  private static final int LONGEST_VERB = 7;

  private final Findings findings;
  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;
  private final Values values;

  Sentences(Findings findings) {
    this.findings = findings;
    view = findings.view();
    shapes = findings.shapes();
    tokens = new Tokens(view);
    values = new Values(view, shapes);
  }

  /// Removes the value behind a verb.
  ///
  /// @param start the first word behind the name
  /// @return where to go on; -1: the sentence tells none; 0: no such sentence
  int value(int start, Named shape) {
    int p = start;
    for (int count = 0; count < MAX_BETWEEN; count++) {
      int end = p;
      while (end - p < MAX_WORD && (isName(view.at(end)) || view.at(end) == '@')) {
        end++;
      }
      boolean colon = view.at(end) == ':' && isBlank(view.at(end + 1));
      if (!colon && !isBlank(view.at(end)) || end == p || !isLetter(view.at(p))) {
        return 0;
      }
      boolean verb =
          end - p <= LONGEST_VERB
              && shapes.has(
                  count == 0 ? "copulas" : "laterCopulas",
                  view.substring(p, end).toLowerCase(Locale.ROOT));
      // `password for alice: …`
      boolean last = colon && count > 0 && shape.kind().equals("password");
      p = colon ? end : tokens.blanks(end);
      if (verb || last) {
        int said = said(view.at(p) == ':' ? tokens.blanks(p + 1) : p, shape);
        return said > 0 ? said : count == 0 ? -1 : 0;
      }
      if (colon) {
        return 0;
      }
    }
    return 0;
  }

  /// `hunter2`: in prose, a secret has a digit and is no number, or is a word that no state of a
  /// password is called.
  private int said(int at, Named shape) {
    boolean quoted = isQuote(view.at(at));
    int start = quoted ? at + 1 : at;
    int end = start;
    boolean digit = false;
    boolean letter = false;
    while (end < view.length()
        && !isSpace(view.at(end))
        && !(isQuote(view.at(end)) && (quoted || !isAlnum(view.at(end + 1))))) {
      digit |= isDigit(view.at(end));
      letter |= isLetter(view.at(end));
      end++;
    }
    boolean secret =
        (digit || tokens.isMixed(start, end))
            && letter
            && end - start >= 8
            && !tokens.isUuid(start, end);
    if (!secret && shape.kind().equals("password")) {
      int word = quoted ? end : sentenceEnd(start, end);
      secret = word > 0 && isChosen(start, word);
    }
    if (!secret
        || shape.need() != Need.ANY
        || values.isPlaceholder(start, end)
        || findings.isKept(start)
        || values.isPath(start, end)) {
      return 0;
    }
    findings.add(start, end, shape.kind(), shape.aws() ? Findings.BY_SHAPE : Findings.BY_NAME);
    return end;
  }

  /// The end of the last word of a sentence; 0: more follow.
  private int sentenceEnd(int start, int end) {
    int stop = end;
    while (stop > start && ".,;!)".indexOf(view.at(stop - 1)) >= 0) {
      stop--;
    }
    boolean last =
        stop < end
            || isQuote(view.at(end))
            || tokens.lineEnd(end) >= 0
            || tokens.blanks(end) >= view.length();
    return last ? stop : 0;
  }

  /// A word that nobody says of a password.
  private boolean isChosen(int start, int end) {
    if (end - start < 6 || end - start > 24) {
      return false;
    }
    for (int p = start; p < end; p++) {
      if (!isLetter(view.at(p))) {
        return false;
      }
    }
    String word = view.substring(start, end).toLowerCase(Locale.ROOT);
    return !shapes.has("words", word)
        && !shapes.has("states", word)
        && shapes.list("stateEnds").stream().noneMatch(word::endsWith);
  }
}
