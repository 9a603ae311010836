package io.credfix.redact;

import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBlank;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isLower;
import static io.credfix.redact.Chars.isName;
import static io.credfix.redact.Chars.isQuote;
import static io.credfix.redact.Chars.isUpper;

import io.credfix.redact.SecretShape.Flagged;
import io.credfix.redact.SecretShape.Named;
import io.credfix.redact.SecretShape.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what only the whole line tells: passwords of commands, answers to prompts, columns of
/// tables.
final class LineScanner {
  /// A blank stands for two of them or more.
  private static final String SEPARATORS = ",\t|;\u2502 ";

  private static final int BLANKS = SEPARATORS.length() - 1;
  private static final int MAX_COLUMNS = 24;

  /// How much of a command is read for its flags.
  private static final int MAX_COMMAND = 2000;

  private final Findings findings;
  private final View view;
  private final SecretShapes shapes;
  private final Tokens tokens;
  private final Values values;
  private char separator;
  private boolean printed;
  private boolean shown;
  private boolean asked;
  private int nextCode;
  private int nextShowing;
  private final @Nullable Named[] columns = new Named[MAX_COLUMNS];
  private final String[] headings = new String[MAX_COLUMNS];
  private int columnCount;
  private int nameColumn;
  private int valueColumn;
  private final NameReader reader;

  LineScanner(Findings findings) {
    this.findings = findings;
    view = findings.view();
    shapes = findings.shapes();
    tokens = new Tokens(view);
    values = new Values(view, shapes);
    reader = new NameReader(view, shapes);
  }

  void scan() {
    Survey survey = findings.survey();
    shapes.list("argumentCommands").forEach(this::arguments);
    shapes.list("slashCommands").forEach(this::slashFlags);
    int printing = view.indexOf(shapes.printingStart(), 0);
    int start = 0;
    while (start < view.length()) {
      int end = view.lineEnd(start);
      prompt(survey.codes(), start, end);
      int content = tokens.content(start - 1);
      output(start, content, end);
      if (printing >= 0 && printing < end) {
        printing(start, end);
        printing = view.indexOf(shapes.printingStart(), end);
      }
      if (survey.flags().anyIn(start, end)) {
        command(start, end);
      }
      boolean named = survey.names().anyIn(start, end);
      if (named) {
        showing(content, end);
      }
      if (survey.ports().anyIn(start, end)) {
        passwordFile(content, end);
      }
      if (named || columnCount > 0) {
        table(view.at(start) == '|' || content > end ? start : content, end, named);
      }
      start = end + 1;
    }
  }

  /// `Enter MFA code for arn:aws:iam::111122223333:mfa/alice: 123456`.
  private void prompt(Places codes, int start, int end) {
    int asked = -1;
    for (; nextCode < codes.count() && codes.get(nextCode) < end; nextCode++) {
      int code = tokens.blanks(codes.get(nextCode) + 1);
      int stop = code + 6;
      if (view.at(stop) != ':') {
        asked = asked < 0 ? promptIn(start, end) : asked;
        if (code > asked) {
          findings.add(code, stop, "mfa-code", Findings.BY_SHAPE);
        }
      }
    }
  }

  /// Where a line first asks for a code; its end when it does not.
  private int promptIn(int start, int end) {
    String line = view.substring(start, Math.min(end, start + 400)).toLowerCase(Locale.ROOT);
    int first = end;
    for (String word : shapes.list("promptWords")) {
      int at = line.indexOf(word);
      first = at < 0 ? first : Math.min(first, start + at);
    }
    return first;
  }

  /// The line below a command that prints nothing but a secret.
  private void output(int start, int at, int end) {
    boolean below = printed;
    boolean secret = shown;
    printed = false;
    shown = false;
    deviceCode(start, at, end);
    if (below) {
      int stop = at;
      while (stop < end && !isBlank(view.at(stop))) {
        stop++;
      }
      boolean alone = tokens.lineEnd(stop) >= 0 || tokens.blanks(stop) >= view.length();
      if (alone
          && stop - at >= 8
          && (tokens.isMixed(at, stop)
              || secret && (tokens.isNoWord(at, stop) || changesCase(at, stop)))
          && !values.isPlaceholder(at, stop)
          && !values.isPath(at, stop)) {
        findings.add(at, stop, "secret", Findings.BY_NAME);
      }
    }
  }

  /// True where a capital stands behind a small letter: no word is written so.
  private boolean changesCase(int start, int end) {
    for (int p = start + 1; p < end; p++) {
      char c = view.at(p);
      char before = view.at(p - 1);
      if (c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z') {
        return true;
      }
    }
    return false;
  }

  private void printing(int start, int end) {
    for (String command : shapes.list("printingCommands")) {
      int found = view.indexOf(command, start, end);
      if (found >= 0 && isBlank(view.at(found - 1)) && isText(start, end, command)) {
        printed = true;
      }
    }
  }

  /// `terraform output -raw db_password`: shows what a name says to be a secret.
  private void showing(int start, int end) {
    Places words = findings.survey().showing();
    while (nextShowing < words.count() && words.get(nextShowing) < start) {
      nextShowing++;
    }
    for (; nextShowing < words.count() && words.get(nextShowing) < end; nextShowing++) {
      int word = words.get(nextShowing);
      for (String command : shapes.list("showingCommands")) {
        // The first of a line decides.
        if (view.matches(word, command)
            && view.indexOf(command, start, end) == word
            && !isName(view.at(word - 1))
            && namesSecret(word, end)) {
          printed = true;
          shown = true;
        }
      }
    }
  }

  private boolean namesSecret(int start, int end) {
    reader.cut(start);
    int p = start;
    while (p < end) {
      if (!reader.read(p)) {
        p++;
        continue;
      }
      p = reader.end();
      Named shape = reader.shape();
      if (shape != null
          && shape.need() == Need.ANY
          && !shape.kind().equals("keep")
          && !shape.kind().equals("message")) {
        return true;
      }
    }
    return false;
  }

  /// `mc alias set x https://host KEY SECRET`: what stands behind such words.
  private void arguments(String command) {
    int at = view.indexOf(command, 0);
    while (at >= 0) {
      int p = at + command.length();
      int end = view.lineEnd(p);
      while (p < end) {
        p = tokens.blanks(p);
        int start = isQuote(view.at(p)) ? p + 1 : p;
        while (p < end && !isBlank(view.at(p))) {
          p++;
        }
        int stop = isQuote(view.at(p - 1)) ? p - 1 : p;
        if (isArgument(start, stop)) {
          findings.add(start, stop, "secret", Findings.BY_NAME);
        }
        p = Math.max(p, start + 1);
      }
      at = view.indexOf(command, p);
    }
  }

  /// `schtasks /rp PASSWORD`.
  private void slashFlags(String command) {
    int at = view.indexOf(command, 0);
    while (at >= 0) {
      int end = view.lineEnd(at);
      int stop = Math.min(end, at + MAX_COMMAND);
      for (String flag : shapes.list("slashFlags")) {
        int found = view.indexOf(flag, at, stop);
        if (found >= 0 && isBlank(view.at(found - 1))) {
          slashFlag(tokens.blanks(found + flag.length()), end);
        }
      }
      at = view.indexOf(command, end);
    }
  }

  private void slashFlag(int place, int line) {
    int start = isQuote(view.at(place)) ? place + 1 : place;
    int end = start;
    while (end < line && !isBlank(view.at(end)) && !isQuote(view.at(end))) {
      end++;
    }
    if (end - start >= 4 && view.at(start) != '/' && !values.isPlaceholder(start, end)) {
      findings.add(start, end, "password", Findings.BY_NAME);
    }
  }

  /// A token among the words of a command: long, or of upper case, lower case and digits.
  private boolean isArgument(int start, int end) {
    boolean upper = false;
    boolean lower = false;
    for (int p = start; p < end; p++) {
      if (":/\\=@,".indexOf(view.at(p)) >= 0) {
        return false;
      }
      upper |= isUpper(view.at(p));
      lower |= isLower(view.at(p));
    }
    return end - start >= (upper && lower ? 8 : 16)
        && view.at(start) != '-'
        && tokens.isNoWord(start, end)
        && !values.isPlaceholder(start, end);
  }

  /// A line of `.pgpass`: `host:5432:database:user:password`.
  private void passwordFile(int start, int end) {
    int p = start;
    while (p < end) {
      int from = p;
      while (p < end && !isBlank(view.at(p)) && !isQuote(view.at(p))) {
        p++;
      }
      int value = passwordField(view.at(from) == '+' ? from + 1 : from);
      if (value > 0 && p - value >= 6 && (tokens.isNoWord(value, p) || tokens.isMixed(value, p))) {
        findings.add(value, p, "password", Findings.BY_NAME);
      }
      p++;
    }
  }

  /// Where the fifth field begins; 0: there is no such line.
  private int passwordField(int start) {
    int p = start;
    for (int field = 0; field < 4; field++) {
      int from = p;
      while (isName(view.at(p)) || view.at(p) == '*') {
        p++;
      }
      boolean any = field == 0 && p - from == 1 && view.at(from) == '*';
      boolean fits = field < 2 ? any || isNumber(from, p) == (field == 1) : !isDigit(view.at(from));
      if (p == from || view.at(p) != ':' || !fits) {
        return 0;
      }
      p++;
    }
    return p;
  }

  /// A port, or any.
  private boolean isNumber(int start, int end) {
    int p = start;
    while (isDigit(view.at(p))) {
      p++;
    }
    return p == end && (end - start == 4 || end - start == 5)
        || end - start == 1 && view.at(start) == '*';
  }

  /// `XRQN-ZQXB` below `Then enter the code:`.
  private void deviceCode(int start, int at, int end) {
    for (int p = view.indexOf("code: ", start, end);
        p >= 0;
        p = view.indexOf("code: ", p + 6, end)) {
      int code = tokens.blanks(p + 6);
      if (isDeviceCode(code)) {
        findings.add(code, code + 9, "sso-token", Findings.BY_SHAPE);
      }
    }
    int stop = at;
    while (stop < end && (isUpper(view.at(stop)) || isDigit(view.at(stop)))) {
      stop++;
    }
    if (asked && stop - at == 4 && view.at(stop) == '-') {
      int first = stop + 1;
      int last = first;
      while (last < end && (isUpper(view.at(last)) || isDigit(view.at(last)))) {
        last++;
      }
      if (last - first == 4 && !isAlnum(view.at(last))) {
        findings.add(at, last, "sso-token", Findings.BY_SHAPE);
      }
    }
    if (at < end) {
      int p = end;
      while (p > start && isBlank(view.at(p - 1))) {
        p--;
      }
      asked = view.at(p - 1) == ':' && view.indexOf("code", start, end) >= 0;
    }
  }

  /// `XRQN-ZQXB`.
  private boolean isDeviceCode(int start) {
    for (int k = 0; k < 9; k++) {
      char c = view.at(start + k);
      if (k == 4 ? c != '-' : !isUpper(c)) {
        return false;
      }
    }
    return !isAlnum(view.at(start + 9)) && view.at(start + 9) != '-';
  }

  private boolean isText(int start, int end, String command) {
    return command.contains("password") || view.indexOf("text", start, end) >= 0;
  }

  private void command(int start, int end) {
    Set<String> commands = new HashSet<>(4);
    int p = start;
    while (p < end) {
      p = tokens.blanks(p);
      int word = p;
      while (p < end && !isBlank(view.at(p))) {
        p++;
      }
      if (p == word) {
        break;
      }
      if (view.at(word) == '-' && !commands.isEmpty()) {
        p = Math.max(p, flag(word, p, end, commands));
      } else if (p - word < 64) {
        String name = commandName(word, p);
        if (shapes.isCommand(name)) {
          commands.add(name);
        }
      }
    }
  }

  /// The command of a word such as `/usr/bin/curl`, `$(curl` or `curl.exe`; empty: none.
  private String commandName(int word, int end) {
    int stop = view.matches(end - 4, ".exe") ? end - 4 : end;
    while (stop > word && isQuote(view.at(stop - 1))) {
      stop--;
    }
    int start = stop;
    while (start > word
        && (isAlnum(view.at(start - 1))
            || view.at(start - 1) == '-'
            || view.at(start - 1) == '_')) {
      start--;
    }
    boolean fits = stop - start >= 2 && stop - start <= 13;
    return fits ? view.substring(start, stop).toLowerCase(Locale.ROOT) : "";
  }

  private int flag(int start, int end, int line, Set<String> commands) {
    for (Flagged shape : shapes.flagged()) {
      if (shape.commands().stream().noneMatch(commands::contains)) {
        continue;
      }
      for (String flag : shape.flags()) {
        int glued = start + flag.length();
        boolean exact = glued == end || view.at(glued) == '=';
        if (!view.matches(start, flag) || glued > end) {
          continue;
        }
        int value = glued;
        if (exact) {
          value = view.at(glued) == '=' ? glued + 1 : tokens.blanks(glued);
          if (shape.part().equals("glued") && view.at(glued) != '=') {
            continue;
          }
        } else if (shape.part().equals("next") || flag.startsWith("--")) {
          continue;
        }
        int stop = password(value, line, shape);
        if (stop > 0) {
          return stop;
        }
      }
    }
    return end;
  }

  private int password(int at, int line, Flagged shape) {
    int start = at;
    int end = -1;
    if (isQuote(view.at(start))) {
      end = values.closingQuote(start);
      start++;
    }
    if (end < 0 || end > line) {
      end = start;
      while (end < line && !isBlank(view.at(end)) && !isQuote(view.at(end))) {
        end++;
      }
    }
    if (shape.part().startsWith("after-")) {
      char sign = shape.part().equals("after-colon") ? ':' : '%';
      int colon = start;
      while (colon < end && view.at(colon) != sign) {
        colon++;
      }
      // `%a1`: decoded, the sign is gone.
      boolean hidden = colon == end && sign == '%' && end > start && !isLiteral(start, end);
      if (colon == end && !hidden) {
        return 0;
      }
      start = hidden ? start : colon + 1;
    }
    if (start >= end || view.at(start) == '-' || values.isPlaceholder(start, end)) {
      return 0;
    }
    findings.add(start, end, shape.kind(), Findings.BY_NAME);
    return end;
  }

  /// False where not every character stands in the text as it is in the view.
  private boolean isLiteral(int start, int end) {
    return view.to(end - 1) - view.from(start) == end - start;
  }

  /// Columns below a header such as `User name,Password,Access key ID,Secret access key`.
  private void table(int start, int end, boolean named) {
    if (end == start) {
      return;
    }
    if (columnCount > 0) {
      List<Integer> bounds = cells(start, end, separator);
      int count = bounds.size() / 2;
      // What every row ends with may have been taken for what a log puts behind its lines.
      if (count == columnCount
          || count == columnCount - 1 && valueColumn >= 0 && valueColumn < count) {
        for (int k = 0; k < count; k++) {
          Named column = k == valueColumn ? namedIn(bounds) : columns[k];
          if (column != null) {
            cell(bounds.get(k * 2), bounds.get(k * 2 + 1), column, headings[k]);
          }
        }
        return;
      }
      if (isRule(start, end)) {
        return;
      }
      columnCount = 0;
    }
    if (!named) {
      return;
    }
    if (!mayBeHeader(start, end)) {
      return;
    }
    var counts = new int[SEPARATORS.length()];
    for (int p = start; p < end && p - start < 1000; p++) {
      int number = SEPARATORS.indexOf(view.at(p));
      if (number >= 0 && number < BLANKS) {
        counts[number]++;
      }
      if (separates(p, ' ') && !isBlank(view.at(p - 1))) {
        counts[BLANKS]++;
      }
    }
    for (int number = 0; number < counts.length; number++) {
      char candidate = SEPARATORS.charAt(number);
      int separators = counts[number];
      if (separators == 0 || separators > MAX_COLUMNS) {
        continue;
      }
      List<Integer> bounds = cells(start, end, candidate);
      if (bounds.size() >= 4 && header(bounds, candidate)) {
        separator = candidate;
        return;
      }
    }
  }

  /// False for a line with anything but names, blanks, quotes and separators.
  private boolean mayBeHeader(int start, int end) {
    for (int p = start; p < end; p++) {
      char c = view.at(p);
      if (!isName(c) && c != ' ' && !isQuote(c) && SEPARATORS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean header(List<Integer> bounds, char candidate) {
    boolean any = false;
    nameColumn = -1;
    valueColumn = -1;
    int count = bounds.size() / 2;
    for (int k = 0; k < count; k++) {
      int from = bounds.get(k * 2);
      int to = bounds.get(k * 2 + 1);
      columns[k] = null;
      headings[k] = to - from > 40 ? "" : view.substring(from, to);
      if (to - from > 40 || to == from && candidate == '\t' || isValue(from, to)) {
        return false;
      }
      String word = to - from > 16 ? "" : view.substring(from, to).toLowerCase(Locale.ROOT);
      if (nameColumn < 0 && shapes.has("nameHeadings", word)) {
        nameColumn = k;
      } else if (nameColumn >= 0 && valueColumn < 0 && shapes.has("valueNames", word)) {
        valueColumn = k;
      }
      Named shape = null;
      reader.cut(from);
      int p = from;
      while (p < to) {
        if (reader.read(p)) {
          p = reader.end();
          shape = p == to ? reader.shape() : null;
        } else if (view.at(p) == ' ') {
          p++;
        } else {
          return false;
        }
      }
      if (shape != null
          && (shape.need() == Need.ANY)
          && !shape.kind().equals("keep")
          && !shape.kind().equals("message")
          && (candidate != ' ' || shape.aws() || shape.kind().equals("password"))) {
        columns[k] = shape;
        any = true;
      }
    }
    any |= valueColumn >= 0;
    columnCount = any ? count : 0;
    return any;
  }

  /// What heads no column: one word of letters and digits.
  private boolean isValue(int from, int to) {
    for (int p = from; p < to; p++) {
      if (isBlank(view.at(p))) {
        return false;
      }
    }
    return to - from >= 8 && tokens.isNoWord(from, to);
  }

  /// What the cell of the name says of the row's value; null: nothing.
  private @Nullable Named namedIn(List<Integer> bounds) {
    int from = bounds.get(nameColumn * 2);
    int to = bounds.get(nameColumn * 2 + 1);
    // `/prod/db/password`
    for (int p = from; p < to; p++) {
      from = view.at(p) == '/' ? p + 1 : from;
    }
    reader.cut(from);
    Named shape = from < to && reader.read(from) && reader.end() == to ? reader.shape() : null;
    int value = bounds.get(valueColumn * 2);
    boolean secret =
        shape != null
            && shape.need() == Need.ANY
            && !shape.kind().equals("keep")
            && !shape.kind().equals("message")
            && !reader.isOperation()
            && !values.isProse(value, bounds.get(valueColumn * 2 + 1), Operator.COLON, true);
    return secret ? shape : null;
  }

  private void cell(int from, int to, Named column, String heading) {
    // The heading again: a table that goes on, or a message with a comma that was printed twice.
    boolean again = to - from == heading.length() && view.matches(from, heading);
    if (again || to - from < 4 || values.isPlaceholder(from, to) || isRule(from, to)) {
      return;
    }
    findings.add(from, to, column.kind(), column.aws() ? Findings.BY_SHAPE : Findings.BY_NAME);
  }

  /// The line between header and body of a Markdown table.
  private boolean isRule(int from, int to) {
    for (int p = from; p < to; p++) {
      if (isAlnum(view.at(p))) {
        return false;
      }
    }
    return true;
  }

  /// Trimmed bounds of each cell, without quotes; empty for more than the maximum.
  private List<Integer> cells(int start, int end, char separator) {
    List<Integer> bounds = new ArrayList<>();
    int from = start;
    for (int p = start; p <= end; p++) {
      if (p < end && !separates(p, separator)) {
        continue;
      }
      int left = from;
      int right = p;
      while (left < right
          && (isBlank(view.at(left))
              || isQuote(view.at(left))
              || view.at(left) == '|' && separator == '|')) {
        left++;
      }
      while (right > left && (isBlank(view.at(right - 1)) || isQuote(view.at(right - 1)))) {
        right--;
      }
      bounds.add(left);
      bounds.add(right);
      if (bounds.size() > MAX_COLUMNS * 2) {
        return List.of();
      }
      from = p + 1;
      while (separator == ' ' && from < end && isBlank(view.at(from))) {
        p = from++;
      }
    }
    return bounds;
  }

  private boolean separates(int place, char separator) {
    char c = view.at(place);
    return separator == ' '
        ? c == '\t' || c == ' ' && isBlank(view.at(place + 1))
        : c == separator && (c != '|' || view.at(place - 1) != '|');
  }
}
