package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBase64;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isMask;
import static io.credfix.redact.Chars.isUpper;

import io.credfix.redact.SecretShape.Alphabet;
import io.credfix.redact.SecretShape.Prefixed;

/// Finds secrets by their own shape, whatever their name.
final class TokenScanner {
  private static final int SECRET = 40;
  private static final int LONG = 100;

  /// The shortest line of base64 that goes on in the next one.
  private static final int LINE = 60;

  private final Findings findings;
  private final SecretShapes shapes;
  private final View view;
  private final Tokens tokens;

  TokenScanner(Findings findings) {
    this.findings = findings;
    shapes = findings.shapes();
    view = findings.view();
    tokens = new Tokens(view);
  }

  /// Key ids: the others look for secrets near them.
  void keyIds() {
    Places places = findings.survey().keyIds();
    int done = 0;
    for (int i = 0; i < places.count(); i++) {
      int p = places.get(i);
      if (p >= done) {
        done = view.at(p) == 'a' ? lowerCaseKeyId(p) : keyId(p);
      }
    }
  }

  private int keyId(int start) {
    if (view.at(start + 2) != 'I' && view.at(start + 2) != 'C') {
      return start + 1;
    }
    String letters = view.substring(start, start + 4);
    if (!shapes.has("keyLetters", letters)) {
      return start + 1;
    }
    int end = upperRun(start + 4);
    int tail = end - start - 4;
    boolean bounded = !isAlnum(view.at(start - 1));
    if (tail < 12 && bounded) {
      int line = tokens.lineEnd(end);
      if (tail > 0 && line >= 0) {
        int next = tokens.content(line);
        int stop = upperRun(next);
        if (stop - next == 16 - tail && !isAlnum(view.at(stop))) {
          findings.addKey(start, stop, letters, seen(letters, start, start + 4));
          return stop;
        }
      }
      return partial(letters, start, end);
    }
    if (tail < 12 || !bounded && tail < 16) {
      return end;
    }
    if (isMasked(start + 4, end)) {
      findings.see(new KeyPrefix(KeyPrefixReader.kindOf(letters), letters, null));
      return end;
    }
    findings.addKey(start, end, letters, seen(letters, start, end));
    if (view.at(end) == '%') {
      int token = tokens.end(end + 1, Alphabet.BASE64);
      if (token - end > 20 && tokens.isRandom(end + 1, token)) {
        findings.add(end + 1, token, "session-token", Findings.BY_SHAPE);
      }
    }
    if (view.at(end) == ':') {
      int sign = tokens.end(end + 1, Alphabet.BASE64);
      int size = sign - end - 1;
      // HMAC-SHA1 and -SHA256 in base64: such a length needs no digit to be seen.
      boolean hmac = size == 28 || size == 44;
      if (size >= 27 && view.at(sign - 1) == '=' && (hmac || tokens.isMixed(end + 1, sign))) {
        findings.add(end + 1, sign, "signature", Findings.BY_SHAPE);
      }
    }
    int glued = end;
    while (isBase64(view.at(glued))) {
      glued++;
    }
    if (glued - end >= 20 && tokens.isRandom(end, glued)) {
      findings.add(end, glued, "secret-access-key", Findings.BY_SHAPE);
      return glued;
    }
    return end;
  }

  private int partial(String letters, int start, int stop) {
    int end = withoutMask(start + 4, stop);
    char after = view.at(end);
    boolean cut = end < stop || isMask(after) || view.matches(end, "..") || view.matches(end, "xx");
    if (cut) {
      findings.see(seen(letters, start, end));
    }
    boolean digit = false;
    for (int p = start; p < end; p++) {
      digit |= isDigit(view.at(p));
    }
    if (end - start >= 12 && digit && (!isAlnum(after) || after == 'X') && after != '_') {
      findings.addKey(start, end, letters, seen(letters, start, end));
    }
    return stop;
  }

  private int lowerCaseKeyId(int start) {
    char c = view.at(start + 1);
    if (c != 'k' && c != 's' || view.at(start + 2) != 'i' || view.at(start + 3) != 'a') {
      return start + 1;
    }
    int end = start + 4;
    boolean digit = false;
    while (isLower(view.at(end)) || isDigit(view.at(end))) {
      digit |= isDigit(view.at(end));
      end++;
    }
    if (end - start == 20 && digit && !isAlnum(view.at(start - 1)) && !isUpper(view.at(end))) {
      findings.addKey(
          start, end, c == 'k' ? "AKIA" : "ASIA", seen(c == 'k' ? "AKIA" : "ASIA", start, end));
    }
    return end;
  }

  /// `AKIAQ7XXXXXXX` shows six characters.
  private int withoutMask(int start, int end) {
    int p = end;
    while (p > start && view.at(p - 1) == 'X') {
      p--;
    }
    return end - p >= 3 ? p : end;
  }

  private KeyPrefix seen(String letters, int start, int end) {
    KeyPrefix read = KeyPrefixReader.keyOf(view.substring(start, Math.min(end, start + 20)));
    return new KeyPrefix(read.kind(), letters, read.accountId());
  }

  private int upperRun(int start) {
    int p = start;
    while (isUpper(view.at(p)) || isDigit(view.at(p))) {
      p++;
    }
    return p;
  }

  private boolean isMasked(int start, int end) {
    for (int p = start; p < end; p++) {
      if (view.at(p) != 'X') {
        return false;
      }
    }
    return true;
  }

  /// Tokens with a documented beginning.
  void prefixed() {
    Places places = findings.survey().prefixes();
    int done = 0;
    for (int i = 0; i < places.count(); i++) {
      int p = places.get(i);
      if (p >= done) {
        done = prefixed(p);
      }
    }
  }

  /// @return where to go on
  private int prefixed(int p) {
    for (Prefixed shape : shapes.prefixed(view.at(p))) {
      if (view.matches(p, shape.start())
          && !(shape.kind().equals("json-web-token") && findings.isKept(p))) {
        int end = prefixedEnd(p, shape);
        if (end > p) {
          int from = shape.shown() ? p + shape.start().length() : p;
          findings.keep(p, from);
          findings.add(from, end, shape.kind(), Findings.BY_SHAPE);
          return end;
        }
      }
    }
    return p + 1;
  }

  private int prefixedEnd(int start, Prefixed shape) {
    int end = tokens.end(start, shape.alphabet());
    int whole = end;
    while (end - start > 1 && view.at(end - 1) == '.') {
      end--;
    }
    if (end - start < shape.min()) {
      return -1;
    }
    if (shape.random() && !tokens.isMixed(start + shape.start().length(), end)) {
      return -1;
    }
    boolean address = shape.alphabet() == Alphabet.ADDRESS;
    int line = tokens.lineEnd(whole);
    // `//host/…`, of which a log's prefix has the beginning: another address.
    if (address && line >= 0 && view.at(tokens.content(line)) == '/') {
      return end;
    }
    int wrapped = tokens.wrappedEnd(start, whole, address ? Alphabet.DOTTED : shape.alphabet(), 0);
    return wrapped > whole ? wrapped : end;
  }

  /// Secret keys and long tokens that only their randomness gives away.
  void bare() {
    Places places = findings.survey().runs();
    int done = 0;
    for (int i = 0; i < places.count(); i += 2) {
      int start = places.get(i);
      if (start >= done) {
        done = run(start, places.get(i + 1));
      }
    }
  }

  private int run(int start, int end) {
    if (end - start >= LONG) {
      if (!findings.isKept(start) && !isHarmless(start) && tokens.isRandom(start, end)) {
        int stop = tokens.wrappedEnd(start, tokens.end(start, Alphabet.BASE64), Alphabet.BASE64, 0);
        findings.add(start, stop, "token", Findings.BY_LOOK);
        return stop;
      }
      return end;
    }
    if (end - start >= LINE && tokens.lineEnd(tokens.end(end, Alphabet.BASE64)) >= 0) {
      int stop = tokens.wrappedEnd(start, end, Alphabet.BASE64, 0);
      boolean lines = stop - start >= LONG && !findings.isKept(start) && !isHarmless(start);
      if (lines && tokens.isRandom(start, end)) {
        if (!isPublic(start)) {
          findings.add(start, stop, "token", Findings.BY_LOOK);
        }
        return stop;
      }
    }
    int p = start;
    while (p < end) {
      int stop = p;
      while (stop < end && isBase64(view.at(stop))) {
        stop++;
      }
      if (stop > p) {
        secret(p, stop);
      }
      p = stop + 1;
    }
    return end;
  }

  private void secret(int start, int end) {
    int size = end - start;
    if (size < 8 || size > SECRET + 4 || findings.isKept(start)) {
      return;
    }
    char before = view.at(start - 1);
    char after = view.at(end);
    if (before == '.' || before == '-' || before == '_' || after == '-' || after == '_') {
      return;
    }
    if (size < SECRET - 2) {
      wrappedSecret(start, end);
      return;
    }
    boolean padded = after == '=' && !isAlnum(view.at(end + 1));
    if (padded && size % 4 != 0 || !tokens.isRandom(start, end) || tokens.isAllHex(start, end)) {
      return;
    }
    boolean added = size == SECRET + 1 && view.at(start) == '+' && isLineStart(start);
    if (size == SECRET || added || findings.nearKey(start, 400)) {
      findings.add(start, end, "secret-access-key", Findings.BY_LOOK);
    }
  }

  /// True below the first line of a certificate or a public key.
  private boolean isPublic(int start) {
    int p = start;
    while (start - p < 200 && p > 0 && view.at(p - 1) != '-') {
      p--;
    }
    return view.matches(p - 16, "CERTIFICATE-----") || view.matches(p - 15, "PUBLIC KEY-----");
  }

  private boolean isLineStart(int place) {
    return place == 0 || view.at(place - 1) == '\n';
  }

  private void wrappedSecret(int start, int end) {
    int line = tokens.lineEnd(end);
    if (line < 0 || !findings.nearKey(start, 400)) {
      return;
    }
    int next = tokens.content(line);
    int stop = next;
    while (isBase64(view.at(stop))) {
      stop++;
    }
    if (end - start + stop - next == SECRET && tokens.isRandom(start, stop)) {
      findings.add(start, stop, "secret-access-key", Findings.BY_LOOK);
    }
  }

  private boolean isHarmless(int start) {
    for (String harmless : shapes.list("harmless")) {
      if (view.matches(start, harmless)) {
        return true;
      }
    }
    return false;
  }
}
