package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isSpace;
import static io.credfix.redact.Chars.isUpper;

import io.credfix.redact.SecretShape.Alphabet;
import io.credfix.redact.SecretShape.Named;
import io.credfix.redact.SecretShape.Need;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds values whose name says secret, and values whose name says that they are none.
final class NamedValueScanner {
  /// What Salt prints above the members of a dictionary.
  private static final String SALT = "    ----------\n";

  private static final int PAIR_DISTANCE = 100;
  private static final int PASSED_DISTANCE = 60;
  private static final int PARAMETER_DISTANCE = 400;

  /// What a one-time password may be that is no code.
  private static final Named PASSWORD = new Named("password", "password", false, false, Need.ANY);

  private final Findings findings;
  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;
  private final Values values;
  private final NameReader names;
  private final NameReader listed;
  private final OperatorReader operators;
  private final SigningBlocks blocks;
  private final Sentences sentences;
  private final Defaults defaults;
  private final CredentialPairs pairs;
  private final boolean netrc;
  private final boolean salt;
  private @Nullable Named awaited;
  private int awaitedFrom;
  private int awaitedUntil;
  private int passedStart;
  private int passedEnd;

  NamedValueScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    shapes = findings.shapes();
    tokens = new Tokens(view);
    values = new Values(view, shapes);
    names = new NameReader(view, shapes);
    listed = new NameReader(view, shapes);
    operators = new OperatorReader(view, shapes);
    blocks = new SigningBlocks(findings);
    sentences = new Sentences(findings);
    defaults = new Defaults(findings);
    pairs = new CredentialPairs(findings);
    salt = view.indexOf(SALT, 0) >= 0;
    netrc = view.indexOf("machine ", 0) >= 0 && view.indexOf("login ", 0) >= 0;
  }

  void scan() {
    Places places = findings.survey().names();
    int done = 0;
    for (int i = 0; i < places.count(); i += 2) {
      int start = Math.max(places.get(i), done);
      int end = places.get(i + 1);
      while (start < end && !NameReader.isSolid(view.at(start))) {
        start++;
      }
      if (start < end) {
        names.jump(start, done);
        done = Math.max(done, scanned());
      }
    }
  }

  /// Looks at the name just read.
  ///
  /// @return the end of what belongs to it; 0: nothing does
  private int scanned() {
    int end = names.end();
    if (names.is("arn") && view.at(end) == ':') {
      int arn = arnEnd(end);
      findings.keep(names.start(), arn);
      return arn;
    }
    int next = named();
    return next > end ? next : 0;
  }

  private int arnEnd(int start) {
    int p = start;
    while (p < view.length() && !endsArn(view.at(p))) {
      p++;
    }
    return p;
  }

  private static boolean endsArn(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '"', '\'', '`', '<', '>', ',', ';', ')', ']', '}', '&' -> true;
      default -> false;
    };
  }

  /// Looks for the value of the name.
  ///
  /// @return where to go on; 0: behind the name
  private int named() {
    boolean valueName = shapes.has("valueNames", names.name());
    if (awaited != null && names.start() <= awaitedUntil) {
      if (valueName && closesAnother(awaitedFrom, names.start())) {
        awaited = null;
      } else if (valueName) {
        Named shape = awaited;
        awaited = null;
        operators.read(names.start(), names.end());
        boolean loose = operators.operator() == Operator.SPACE && !isFlag();
        return operators.operator() == Operator.NONE || loose ? 0 : value(shape);
      }
      if (names.is("valuefrom")) {
        awaited = null;
      }
    }
    if (valueName) {
      pass();
    }
    if (names.is("securestring")) {
      await(new Named("secret", names.name(), false, false, Need.ANY), PARAMETER_DISTANCE);
    }
    if (view.at(names.end()) == ' ' && !names.is("token")) {
      String scheme = shapes.scheme(names.name());
      if (scheme != null) {
        return bearer(scheme);
      }
    }
    Named shape = names.shape();
    if (shape == null) {
      return 0;
    }
    operators.read(names.start(), names.end());
    int next = value(shape);
    if (next == 0 && isPairName(shape) && !passed(shape)) {
      await(shape, PAIR_DISTANCE);
    } else if (next == 0 && shape.need() == Need.ANY && isMember(shape)) {
      int members = membersEnd();
      if (members > names.end()) {
        await(shape, members - names.end());
      }
    }
    return next;
  }

  /// Remembers the value of `"value": "…"`: its name may follow it.
  private void pass() {
    operators.read(names.start(), names.end());
    Operator operator = operators.operator();
    int open = operators.place();
    if ((operator == Operator.COLON || operator == Operator.ASSIGN) && isQuote(view.at(open))) {
      passedStart = open + 1;
      passedEnd = values.closingQuote(open);
    }
  }

  /// `{"value": "…", "name": "DB_PASSWORD"}`.
  private boolean passed(Named shape) {
    int before = names.start() - 1;
    if (passedEnd <= 0 || before - passedEnd > PASSED_DISTANCE || !isQuote(view.at(before))) {
      return false;
    }
    do {
      before--;
    } while (isBlank(view.at(before)));
    if (view.at(before) != ':' && view.at(before) != '='
        || closesAnother(passedEnd, names.start())
        || !isAccepted(passedStart, passedEnd, Operator.COLON, shape, true, false)) {
      return false;
    }
    findings.add(
        passedStart, passedEnd, shape.kind(), shape.aws() ? Findings.BY_SHAPE : Findings.BY_NAME);
    return true;
  }

  /// True when an object that was open at the one place is closed at the other.
  private boolean closesAnother(int from, int to) {
    int open = 0;
    for (int p = from; p < to && open >= 0; p++) {
      char c = view.at(p);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return open < 0;
  }

  /// True for the name of something to remove.
  private static boolean isMember(Named shape) {
    return !shape.kind().equals("keep") && !shape.kind().equals("message");
  }

  /// `DBPassword:` and below it, further in, `Default: …`: where the lines end that belong to the
  /// name; 0: there is none.
  private int membersEnd() {
    if (operators.operator() != Operator.COLON || view.at(operators.place()) != '\n') {
      return 0;
    }
    int indent = names.start() - lineStart(names.start());
    int end = 0;
    int line = operators.place();
    while (line < view.length() && line - names.end() < PARAMETER_DISTANCE) {
      int first = tokens.blanks(line + 1);
      if (view.at(first) != '\n' && first - line - 1 <= indent) {
        return end;
      }
      line = lineEnd(first);
      end = line;
    }
    return end;
  }

  private int lineStart(int place) {
    int p = place;
    while (p > 0 && place - p < PARAMETER_DISTANCE && view.at(p - 1) != '\n') {
      p--;
    }
    return p;
  }

  private boolean isPairName(Named shape) {
    boolean value = shape.need() == Need.ANY || shape.need() == Need.LONG;
    return value
        && isMember(shape)
        && (operators.closed()
            || operators.operator() == Operator.LINE
            || view.at(names.end()) == ',');
  }

  private void await(Named shape, int distance) {
    awaited = shape;
    awaitedFrom = names.end();
    awaitedUntil = names.end() + distance;
  }

  private int value(Named shape) {
    Operator operator = operators.operator();
    boolean variable = view.at(names.start() - 1) == '$' && operator != Operator.ASSIGN;
    if (operator == Operator.NONE || variable) {
      return 0;
    }
    int start = operators.place();
    if (shape.kind().equals("keep")) {
      int from = isQuote(view.at(start)) ? start + 1 : start;
      findings.keep(from, tokens.end(from, Alphabet.BASE64));
      return 0;
    }
    if (shape.kind().equals("message")) {
      return message(start, operator);
    }
    boolean loose = operator != Operator.ASSIGN && operator != Operator.ELEMENT;
    boolean listed = operator == Operator.PAIR || !isQuote(view.at(start));
    if (loose && listed && names.isOperation()) {
      return 0;
    }
    if (shape.kind().equals("password")
        && (operator == Operator.COLON || operator == Operator.ASSIGN)
        && pairs.isSecond(names.start())) {
      int pair = pairs.remove(start, true);
      if (pair > 0) {
        return pair;
      }
    }
    return switch (shape.need()) {
      case BLOCK -> blocks.scan(start, shape.kind());
      case HEADER -> header(start, operator);
      case LINE -> line(start, operator, shape);
      case CODE -> code(start, operator, shape);
      case PAIR -> pair(start, operator);
      case ANY, LONG, KEY_ID, QUERY, RANDOM -> plain(start, operator, shape);
    };
  }

  /// `creds: alice:…`, `creds are alice / …`.
  private int pair(int place, Operator operator) {
    if (operator == Operator.COLON || operator == Operator.ASSIGN) {
      return pairs.remove(place, false);
    }
    if (operator != Operator.SPACE) {
      return 0;
    }
    int end = place;
    while (end - place < 8 && isLetter(view.at(end))) {
      end++;
    }
    boolean verb =
        isBlank(view.at(end))
            && shapes.has("copulas", view.substring(place, end).toLowerCase(Locale.ROOT));
    return verb ? pairs.remove(tokens.blanks(end), false) : 0;
  }

  private int message(int start, Operator operator) {
    if (operator == Operator.PAIR || operator == Operator.CELL) {
      return 0;
    }
    int from = start;
    if (view.at(from) == '\n') {
      from = tokens.content(from);
    }
    if (isQuote(view.at(from))) {
      from++;
    }
    int end = from;
    while (Alphabet.BASE64.holds(view.at(end)) && view.at(end) != '/' && view.at(end) != '+') {
      end++;
    }
    if (end - from < 16 || tokens.isWord(from, end)) {
      return 0;
    }
    end = tokens.wrappedEnd(from, end, Alphabet.BASE64, 0);
    var text = new StringBuilder();
    for (int p = from; p < end; p++) {
      char c = view.at(p);
      if (c == '\n') {
        p = tokens.content(p) - 1;
      } else if (isAlnum(c) || c == '-' || c == '_') {
        text.append(c);
      }
    }
    if (text.length() > Redactor.MAX_MESSAGE) {
      return 0;
    }
    findings.addMessage(from, end, text.toString());
    return end;
  }

  private int bearer(String kind) {
    int start = tokens.blanks(names.end());
    int end = tokens.end(start, Alphabet.DOTTED);
    if (end - start < 8 || values.isPlaceholder(start, end) || findings.isKept(start)) {
      return 0;
    }
    if (!tokens.isMixed(start, end) || tokens.isUuid(start, end)) {
      return 0;
    }
    end = tokens.wrappedEnd(start, end, Alphabet.DOTTED, 0);
    findings.add(start, end, kind, Findings.BY_NAME);
    return end;
  }

  private int header(int at, Operator operator) {
    if (operator != Operator.ASSIGN
        && operator != Operator.COLON
        && operator != Operator.PAIR
        && operator != Operator.ELEMENT) {
      return 0;
    }
    int start = operators.unwrap(at);
    if (start < 0) {
      return 0;
    }
    boolean quoted = isQuote(view.at(start));
    start = quoted ? start + 1 : start;
    int word = start;
    while (isAlnum(view.at(word)) || view.at(word) == '-') {
      word++;
    }
    String scheme = view.substring(start, word).toLowerCase(Locale.ROOT);
    if (scheme.startsWith("aws4") || scheme.startsWith("aws3")) {
      return 0;
    }
    int token = tokens.blanks(word);
    if (scheme.equals("aws") && token > word) {
      int colon = token;
      while (isAlnum(view.at(colon))) {
        colon++;
      }
      int end = values.runEnd(colon + 1, false);
      if (view.at(colon) == ':' && end - colon > 10) {
        findings.add(colon + 1, end, "signature", Findings.BY_SHAPE);
      }
      return 0;
    }
    String kind = shapes.scheme(scheme);
    if (kind != null && token > word) {
      int end = scheme.equals("digest") ? lineEnd(token) : values.runEnd(token, false);
      if (values.isPlaceholder(token, end) || values.isProse(token, end, Operator.ASSIGN, false)) {
        return 0;
      }
      end = tokens.wrappedEnd(token, end, Alphabet.DOTTED, 0);
      findings.add(token, end, kind, Findings.BY_SHAPE);
      return end;
    }
    int end = values.runEnd(start, false);
    if (end - start < 16 || values.isPlaceholder(start, end) || !tokens.isMixed(start, end)) {
      return 0;
    }
    findings.add(start, end, "authorization", Findings.BY_SHAPE);
    return end;
  }

  private int lineEnd(int start) {
    int p = start;
    while (p < view.length() && view.at(p) != '\n') {
      p++;
    }
    return p;
  }

  private int line(int at, Operator operator, Named shape) {
    if (operator != Operator.ASSIGN && operator != Operator.COLON && operator != Operator.PAIR) {
      return 0;
    }
    int start = operators.unwrap(at);
    if (start < 0) {
      return 0;
    }
    int end = -1;
    if (isQuote(view.at(start))) {
      end = values.closingQuote(start);
      start++;
    }
    if (end < 0) {
      int width = at > 0 ? view.to(at - 1) - view.from(at - 1) + 2 : 0;
      end = start;
      while (end < view.length()
          && view.at(end) != '\n'
          && !(isQuote(view.at(end)) && !isPercentEncoded(end, width))) {
        end++;
      }
    }
    boolean pair = false;
    for (int p = start; p < end && !pair; p++) {
      pair = view.at(p) == '=';
    }
    if (!pair || values.isPlaceholder(start, end)) {
      return 0;
    }
    findings.add(start, end, shape.kind(), Findings.BY_SHAPE);
    return end;
  }

  /// `%22`, or `%2522` where all is encoded: such a quote inside a header is part of a value.
  private boolean isPercentEncoded(int place, int width) {
    return view.depth(place) == 0
        && view.to(place) - view.from(place) == width
        && view.isPercent(place);
  }

  private int code(int at, Operator operator, Named shape) {
    boolean wrapped = operator == Operator.LINE && isFlag();
    int place = wrapped ? tokens.content(at) : at;
    int start = isQuote(view.at(place)) ? place + 1 : place;
    int end = start;
    while (isDigit(view.at(end))) {
      end++;
    }
    if (end - start != 6 && end - start != 8 || isAlnum(view.at(end))) {
      return shape.end().endsWith(PASSWORD.end()) ? plain(at, operator, PASSWORD) : 0;
    }
    if (operator == Operator.SPACE && !isFlag()
        || operator == Operator.CELL
        || operator == Operator.LINE && !wrapped) {
      return 0;
    }
    findings.add(start, end, shape.kind(), Findings.BY_SHAPE);
    return end;
  }

  private boolean isFlag() {
    int before = names.start() - 1;
    if (view.at(before) != '-' && !(view.at(before) == '/')) {
      return false;
    }
    while (view.at(before) == '-') {
      before--;
    }
    return before < names.start() - 1
        && (before < 0 || isSpace(view.at(before)) || isQuote(view.at(before)));
  }

  private boolean isAssigned(Named shape) {
    if (isFlag()) {
      return true;
    }
    String end = names.name();
    if (shape.end().equals("converttosecurestring") || shape.end().equals("identifiedby")) {
      return true;
    }
    String before = names.wordBefore(1);
    if (shapes.has("assigning", before)) {
      boolean dashed = view.at(names.wordBeforeStart() - 1) == '-';
      return before.length() > 2 || dashed;
    }
    boolean quoted = isQuote(view.at(operators.place()));
    if (quoted ? end.equals("password") && isUpperName() : isColumn()) {
      return true;
    }
    return end.equals("password")
            && (names.wordBefore(2).equals("login") || netrc && isFirstOnLine())
        || before.equals("with") && isQuote(view.at(operators.place()));
  }

  /// `DB_PASSWORD<TAB>value`, `DB_PASSWORD value`: a row of two columns, the value a word of
  /// letters and digits.
  private boolean isColumn() {
    int place = operators.place();
    boolean apart = view.at(names.end()) == '\t' || place - names.end() > 1;
    if (!apart || !isUpperName() || !isFirstOnLine()) {
      return false;
    }
    int end = values.runEnd(place, false);
    boolean last =
        tokens.lineEnd(end) >= 0 || tokens.blanks(end) >= view.length() || isQuote(view.at(end));
    return last && isNoWord(place, end);
  }

  private boolean isNoWord(int start, int end) {
    return end - start >= 8 && tokens.isNoWord(start, end);
  }

  /// Behind `REG_SZ` of a registry, `-String` of PowerShell, and behind `BY` in front of a quote.
  private int assigned(int start, Named shape) {
    int p = start;
    if (shape.end().equals("converttosecurestring")) {
      while (view.at(p) == '-') {
        do {
          p++;
        } while (isLetter(view.at(p)));
        p = tokens.blanks(p);
      }
    } else if (view.matches(p, "BY ") && isQuote(view.at(tokens.blanks(p + 3)))) {
      p = tokens.blanks(p + 3);
    } else if (view.matches(p, "REG_")) {
      p += 4;
      while (Chars.isName(view.at(p))) {
        p++;
      }
      p = tokens.blanks(p);
    }
    return p;
  }

  private boolean isFirstOnLine() {
    int p = names.start() - 1;
    while (isBlank(view.at(p)) || isQuote(view.at(p))) {
      p--;
    }
    return p < 0 || view.at(p) == '\n';
  }

  private int plain(int place, Operator operator, Named shape) {
    int at = operator == Operator.COLON ? tagged(place) : place;
    int rank = shape.aws() ? Findings.BY_SHAPE : Findings.BY_NAME;
    int start = at;
    if (operator == Operator.COLON && isBlockScalar(at)) {
      return blockScalar(at, shape, rank);
    }
    if (shape.need() == Need.QUERY && !isInQuery()) {
      return 0;
    }
    boolean strict = false;
    switch (operator) {
      case SPACE -> {
        int said = sentences.value(start, shape);
        if (said != 0) {
          return Math.max(said, 0);
        }
        start = assigned(start, shape);
        strict = start == at && !isAssigned(shape);
      }
      case CELL -> {
        strict = !operators.tagged() && !isBoxed(start, shape);
        if (!strict && operators.tagged() && !view.matches(names.end(), "</key>")) {
          int stop = values.runEnd(start, false);
          if (stop - start < 8 || !tokens.isMixed(start, stop)) {
            return 0;
          }
        }
      }
      case LINE -> {
        if (!shape.aws() && shape.need() != Need.LONG) {
          return below(tokens.content(start), shape, rank);
        }
        start = tokens.content(start);
        // As mail clients show what they sent: `C: …`, ` -> …`.
        if (view.matches(start, "C: ") || view.matches(start, "-> ")) {
          start = tokens.blanks(start + 3);
        }
        strict = true;
      }
      case PAIR -> {
        if (!isQuote(view.at(operators.unwrap(start) < 0 ? start : operators.unwrap(start)))) {
          return 0;
        }
      }
      default -> {
        if (view.at(start) == '\n') {
          start = tokens.content(start);
          strict = !isQuote(view.at(start));
          if (strict && !shape.aws() && shape.need() != Need.LONG) {
            return below(start, shape, rank);
          }
        }
      }
    }
    if (view.at(start) == '-' && operator == Operator.SPACE) {
      return 0;
    }
    int unwrapped = operators.unwrap(start);
    if (unwrapped < 0) {
      return defaults.remove(start, shape);
    }
    start = unwrapped;
    boolean quoted = isQuote(view.at(start));
    int close = quoted ? values.closingQuote(start) : -1;
    if (quoted) {
      start++;
    }
    boolean element = operator == Operator.ELEMENT;
    int end = close >= 0 ? close : element ? elementEnd(start) : values.runEnd(start, beginsLine());
    while (!quoted && end > start + 1 && (view.at(end - 1) == ',' || view.at(end - 1) == ';')) {
      end--;
    }
    if (element && (view.at(end) != '<' || view.at(end + 1) != '/') && !isDataEnd(end)) {
      strict = true;
      end = close >= 0 ? close : values.runEnd(start, false);
    }
    if (!isAccepted(start, end, operator, shape, close >= 0, strict)) {
      int typed = typed(start, end, operator, shape);
      return typed > 0 ? typed : defaults.remove(start, shape);
    }
    if (close < 0 && !element) {
      int target = shape.kind().equals("secret-access-key") ? 40 : 0;
      end = tokens.wrappedEnd(start, end, Alphabet.DOTTED, target);
    }
    findings.add(start, end, shape.kind(), rank);
    return close >= 0 ? joined(changed(close, shape, rank), shape, rank) : end;
  }

  /// `│ DB_PASSWORD │ value │`, of a name that is no word of a sentence.
  private boolean isBoxed(int start, Named shape) {
    if (!shape.kind().equals("password") || !isUpperName()) {
      return false;
    }
    int end = values.runEnd(start, false);
    int next = tokens.blanks(end);
    return isNoWord(start, end) && (view.at(next) == '\n' || Chars.isBox(view.at(next)));
  }

  /// A password alone on the line below its label, as pages show it.
  private int below(int start, Named shape, int rank) {
    int end = start;
    while (end < view.length() && !isSpace(view.at(end)) && !isQuote(view.at(end))) {
      end++;
    }
    boolean alone =
        tokens.lineEnd(end) >= 0 || tokens.blanks(end) >= view.length() || isQuote(view.at(end));
    if (salt && alone && isUnderSaltLabel(start, end)) {
      findings.add(start, end, shape.kind(), rank);
      return end;
    }
    if (!shape.kind().equals("password")
        || !alone
        || !isUnderLabel()
        || end - start < 8
        || end - start > 64
        || !tokens.isRandom(start, end)
        || findings.isKept(start)
        || values.isPath(start, end)
        || values.isPlaceholder(start, end)) {
      return 0;
    }
    findings.add(start, end, shape.kind(), rank);
    return end;
  }

  /// `db_password:` and below it, four further in, the value.
  private boolean isUnderSaltLabel(int start, int end) {
    return operators.operator() == Operator.COLON
        && end - start >= 4
        && start - lineStart(start) > names.start() - lineStart(names.start())
        && view.at(end - 1) != ':'
        && view.at(start) != '-'
        && !findings.isKept(start)
        && !values.isPlaceholder(start, end)
        && !values.isPath(start, end)
        && !values.isProse(start, end, Operator.COLON, false);
  }

  /// True when little else stands on the line of the name: `Console password`.
  private boolean isUnderLabel() {
    int p = names.start() - 1;
    while (names.start() - p < 20 && (isLetter(view.at(p)) || view.at(p) == ' ')) {
      p--;
    }
    return p < 0 || view.at(p) == '\n' || Chars.isBox(view.at(p)) || view.at(p) == '>';
  }

  /// `"first half" +` and on the next line `"second half"`.
  private int joined(int from, Named shape, int rank) {
    int close = from;
    while (isQuote(view.at(close))) {
      int p = afterLine(close + 1);
      boolean sign = "+.\\&".indexOf(view.at(p)) >= 0 && p < view.length();
      p = sign ? afterLine(p + 1) : p;
      int end = p > close + 1 && isQuote(view.at(p)) ? values.closingQuote(p) : -1;
      boolean more = sign || end - p > 16 && tokens.isRandom(p + 1, end);
      if (end < 0 || !more || values.isPlaceholder(p + 1, end)) {
        return close;
      }
      int next = tokens.blanks(end + 1);
      if (view.at(next) == '=' || view.at(next) == ':') {
        return close;
      }
      findings.add(p + 1, end, shape.kind(), rank);
      close = end;
    }
    return close;
  }

  /// Over blanks and one line end.
  private int afterLine(int place) {
    int p = tokens.blanks(place);
    return view.at(p) == '\n' ? tokens.content(p) : p;
  }

  /// `"old" -> "new"`, as Terraform shows a change.
  private int changed(int close, Named shape, int rank) {
    int p = tokens.blanks(close + 1);
    if (!view.matches(p, "-> ") && !view.matches(p, "=> ")) {
      return close;
    }
    int open = tokens.blanks(p + 2);
    int end = isQuote(view.at(open)) ? values.closingQuote(open) : -1;
    if (end < 0 || values.isPlaceholder(open + 1, end)) {
      return close;
    }
    findings.add(open + 1, end, shape.kind(), rank);
    return end;
  }

  /// `password: str = "…"`: the value comes after the type.
  private int typed(int start, int end, Operator operator, Named shape) {
    int next = tokens.blanks(end);
    if ((operator == Operator.COLON || operator == Operator.SPACE)
        && view.at(next) == '='
        && end > start
        && tokens.isWord(start, end)) {
      operators.read(start, end);
      return plain(operators.place(), Operator.ASSIGN, shape);
    }
    return 0;
  }

  /// `]]>` and the end of the element behind it.
  private boolean isDataEnd(int place) {
    return view.at(place) == ']' && view.matches(place, "]]></");
  }

  private int elementEnd(int start) {
    int p = start;
    while (p < view.length() && view.at(p) != '<' && !isDataEnd(p)) {
      p++;
    }
    while (p > start && isSpace(view.at(p - 1))) {
      p--;
    }
    return p;
  }

  /// True when the name is the first of its line, or follows a word such as `export`.
  private boolean beginsLine() {
    String before = names.wordBefore(1);
    int p = names.start() - 1;
    if (!before.isEmpty() && shapes.has("assigning", before)) {
      p = names.wordBeforeStart() - 1;
    }
    while (isBlank(view.at(p)) || view.at(p) == '-' || view.at(p) == '>' || view.at(p) == '$') {
      p--;
    }
    return p < 0 || view.at(p) == '\n';
  }

  private boolean isAccepted(
      int start, int end, Operator operator, Named shape, boolean quoted, boolean strict) {
    int size = end - start;
    if (size <= 0 || strict && size < 16 || isTooShort(size, shape) || findings.isKept(start)) {
      return false;
    }
    if (values.isPlaceholder(start, end)
        || values.isProse(start, end, operator, quoted)
        || values.isPath(start, end)) {
      return false;
    }
    if (strict && (tokens.isUuid(start, end) || !isSecretLooking(start, end, shape))) {
      return false;
    }
    if (operator == Operator.SPACE
        && !strict
        && !quoted
        && !isUpperName()
        && !(netrc && (names.wordBefore(2).equals("login") || isFirstOnLine()))
        && isPlainWord(start, end)) {
      return false;
    }
    if (operator == Operator.PAIR
        && (!shape.aws() && isPlainWord(start, end) || isNameOfNext(end))) {
      return false;
    }
    if (!quoted && isCall(start, end) || isName(start, end)) {
      return false;
    }
    return switch (shape.need()) {
      case LONG -> isSolid(start, end);
      case RANDOM -> isRandom(start, end, operator, shape, quoted);
      case KEY_ID -> isKeyId(start, end);
      case QUERY ->
          isInQuery()
              && (tokens.isMixed(start, end)
                  || tokens.isUuid(start, end)
                  || end - start >= 32 && tokens.isAllHex(start, end))
              && (shape.end().equals("code") || names.is("state"));
      default -> isValueOf(start, end, operator, shape, quoted);
    };
  }

  private static boolean isTooShort(int size, Named shape) {
    return switch (shape.need()) {
      case LONG -> size < (shape.kind().equals("signature") ? 16 : 8);
      case KEY_ID -> size < 16;
      case QUERY, RANDOM -> size < 20;
      case ANY, BLOCK, HEADER, LINE, CODE, PAIR -> false;
    };
  }

  /// `sid=…`, `"Key": "…"`: names that say little, in front of what can hardly be anything else.
  private boolean isRandom(int start, int end, Operator operator, Named shape, boolean quoted) {
    if (shape.kind().equals("cookie")) {
      boolean hex = end - start >= 32 && tokens.isAllHex(start, end);
      return operator == Operator.ASSIGN
          && !tokens.isUuid(start, end)
          && (hex || tokens.isMixed(start, tokens.end(start, Alphabet.DOTTED)));
    }
    return names.is(shape.end())
        && (quoted || operator == Operator.ASSIGN)
        && end - start >= 32
        && tokens.end(start, Alphabet.DOTTED) == end
        && tokens.isRandom(start, end);
  }

  private boolean isInQuery() {
    char before = view.at(names.start() - 1);
    return before == '?' || before == '&';
  }

  /// `"one", "other": …`: what follows the comma is the next name.
  private boolean isNameOfNext(int end) {
    return isQuote(view.at(end)) && view.at(tokens.blanks(end + 1)) == ':';
  }

  /// `getToken()`, `software:totp( …`; no password with a bracket in it.
  private boolean isCall(int start, int end) {
    int p = start;
    while (p < end && (isLetter(view.at(p)) || "_.:".indexOf(view.at(p)) >= 0)) {
      p++;
    }
    if (p == start || view.at(p) != '(') {
      return false;
    }
    int stop = p;
    while (stop < end && (isLetter(view.at(stop)) || "_.,:()[]'\"".indexOf(view.at(stop)) >= 0)) {
      stop++;
    }
    return stop >= end || view.at(end - 1) == ')';
  }

  private boolean isValueOf(int start, int end, Operator operator, Named shape, boolean quoted) {
    boolean weak = !shape.aws() && !shape.kind().equals("password") && !operators.closed();
    if (operator == Operator.COLON && weak && isPlainWord(start, end)) {
      return false;
    }
    if (operator != Operator.COLON || quoted) {
      return true;
    }
    if (view.at(names.start() - 1) == '/' && !isBlank(view.at(names.start() - 2)) && !shape.aws()) {
      return false;
    }
    return !shape.kind().equals("token") || end - start >= 4;
  }

  private boolean isUpperName() {
    return isUpper(view.at(names.start())) && isUpper(view.at(names.end() - 1)) || isFlag();
  }

  private boolean isPlainWord(int start, int end) {
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      if (!isLetter(c) && c != '_' && c != '-' && c != ' ' && c != '.') {
        return false;
      }
    }
    return end - start < 20;
  }

  private boolean isSecretLooking(int start, int end, Named shape) {
    int stop = tokens.end(start, Alphabet.DOTTED);
    if (stop < end && !isSpace(view.at(stop))) {
      return false;
    }
    return tokens.isRandom(start, end)
        || shape.need() == Need.LONG && end - start >= 32 && tokens.isAllHex(start, end);
  }

  private boolean isSolid(int start, int end) {
    boolean digit = false;
    for (int p = start; p < end; p++) {
      if (isSpace(view.at(p))) {
        return false;
      }
      digit |= isDigit(view.at(p)) || view.at(p) == '=' || view.at(p) == '+';
    }
    return digit || tokens.isRandom(start, end);
  }

  /// True when the value is itself the name of a secret: a list of names.
  private boolean isName(int start, int end) {
    if (end - start > 40 || view.at(end) == '=') {
      return false;
    }
    listed.cut(start);
    if (!listed.read(start) || listed.end() != end) {
      return false;
    }
    Named shape = listed.shape();
    return shape != null
        && (shape.aws() && shape.need() != Need.LONG
            || shape.end().equals("converttosecurestring"));
  }

  private boolean isKeyId(int start, int end) {
    int size = end - start;
    if (size < 16 || size > 128) {
      return false;
    }
    for (int p = start; p < end; p++) {
      if (!isAlnum(view.at(p))) {
        return false;
      }
    }
    return KeyPrefixReader.kindOf(view.substring(start, start + 4)) == KeyKind.UNKNOWN;
  }

  /// Behind `!!str`, `!vault` and `&anchor` of YAML.
  private int tagged(int at) {
    int p = at;
    if (view.at(p) != '&' && !view.matches(p, "!!") && !view.matches(p, "!vault")) {
      return at;
    }
    p++;
    while (isAlnum(view.at(p)) || view.at(p) == '!' || view.at(p) == '_' || view.at(p) == '-') {
      p++;
    }
    return isBlank(view.at(p)) ? tokens.blanks(p) : at;
  }

  private boolean isBlockScalar(int at) {
    if (view.at(at) != '|' && view.at(at) != '>') {
      return false;
    }
    int p = at + 1;
    while (p - at < 4 && (view.at(p) == '-' || view.at(p) == '+' || isDigit(view.at(p)))) {
      p++;
    }
    p = tokens.blanks(p);
    return view.at(p) == '\n';
  }

  private int blockScalar(int at, Named shape, int rank) {
    int first = names.start();
    while (first > 0 && view.at(first - 1) != '\n') {
      first--;
    }
    while (isQuote(view.at(first)) && first < names.start()) {
      first++;
    }
    int indent = names.start() - first;
    int line = lineEnd(at);
    int start = -1;
    int end = -1;
    while (line < view.length()) {
      int p = line + 1;
      while (p - line - 1 <= indent
          && (isBlank(view.at(p)) || view.at(p) == '>' || Chars.isBox(view.at(p)))) {
        p++;
      }
      int stop = lineEnd(p);
      if (view.at(p) != '\n' && p - line - 1 <= indent) {
        break;
      }
      p = tokens.blanks(p);
      if (stop > p) {
        start = start < 0 ? p : start;
        end = stop;
      }
      line = stop;
    }
    if (start < 0 || values.isPlaceholder(start, end)) {
      return 0;
    }
    findings.add(start, end, shape.kind(), rank);
    return end;
  }
}
