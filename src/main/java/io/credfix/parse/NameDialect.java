package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Errors by their bare name, as most other tools and all stack traces print them: `CODE: MESSAGE`,
/// `(CODE) MESSAGE`, `403 (CODE): MESSAGE`, `CODE - MESSAGE`, `code CODE`, `package.SomeException:
/// MESSAGE`.
final class NameDialect implements Dialect {
  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    Words words = text.words();
    for (int i = 0; i < words.size(); i++) {
      // All names begin with a capital, if need be in the line before.
      boolean capital = Characters.isUpper(words.first(i));
      if (!capital && (i == 0 || text.charAt(words.end(i - 1)) != '\n')) {
        continue;
      }
      Word word = Names.apart(Names.joined(text, i));
      @Nullable Finding finding = read(text, word);
      if (finding != null) {
        findings.add(finding);
      }
    }
    return findings;
  }

  private static @Nullable Finding read(ReadableText text, Word word) {
    String name = word.text();
    boolean parenthesised = text.charAt(word.start() - 1) == '(' && text.charAt(word.end()) == ')';
    if (parenthesised && KnownCodes.looksLikeCode(name) && isStatus(text, word.start() - 1)) {
      int status = word.start() - 5;
      // The status in words says less than the code in the answer's body.
      boolean words = name.equals("Forbidden") || name.equals("Unauthorized");
      return named(text, word, words ? Strength.MENTIONED : Strength.ANSWER)
          .status(text.text().substring(status, status + 3));
    }
    if (isRaised(text, word)) {
      return new Finding(word.start(), Strength.RAISED).code(name);
    }
    if (KnownCodes.isKnown(name)) {
      return known(text, word, parenthesised);
    }
    if (KnownCodes.isExceptionClass(name)) {
      String qualifier = Names.qualifier(text, word.start());
      return exception(text, word, qualifier, parenthesised);
    }
    if (KnownCodes.isMadeLikeCode(name)
        && (startsSentence(text, word, parenthesised) || isNamedCode(text, word))) {
      return named(text, word, Strength.FOREIGN);
    }
    if (isPackageCode(name) && isNamedCode(text, word)) {
      return named(text, word, Strength.FOREIGN);
    }
    if (KnownCodes.isSystemCode(name)) {
      return new Finding(word.start(), Strength.FOREIGN).code(name);
    }
    return isPythonClass(text, word) ? named(text, word, Strength.FOREIGN) : null;
  }

  /// Python's `raise ProfileNotFound(profile=…`.
  private static boolean isRaised(ReadableText text, Word word) {
    return text.charAt(word.end()) == '('
        && text.text().startsWith("raise ", word.start() - 6)
        && (KnownCodes.isDistinct(word.text()) || KnownCodes.isExceptionClass(word.text()));
  }

  private static @Nullable Finding known(ReadableText text, Word word, boolean parenthesised) {
    if (isMember(text, word)) {
      return null;
    }
    String qualifier = Names.qualifier(text, word.start());
    if (Names.isAws(qualifier)) {
      return aws(text, word, qualifier);
    }
    boolean sentence = followedBySentence(text, word);
    if (word.text().equals("DispatchFailure")) {
      // Rust's name for whatever kept a request from being sent.
      return named(text, word, Strength.FOREIGN);
    }
    if (isForeign(qualifier, word.text())) {
      return sentence || endsLine(text, word) ? named(text, word, Strength.FOREIGN) : null;
    }
    boolean answer =
        parenthesised && !word.text().equals("Unauthorized") && !word.text().equals("Forbidden");
    boolean colon = parenthesised && text.charAt(word.end() + 1) == ':';
    if (answer || colon || sentence && !parenthesised || isNamedCode(text, word)) {
      return named(text, word, Strength.NAMED);
    }
    if (!KnownCodes.isDistinct(word.text()) || text.charAt(word.end()) == '(') {
      return isCause(text, word) ? named(text, word, Strength.FOREIGN) : null;
    }
    return new Finding(word.start(), Strength.MENTIONED).code(word.text());
  }

  /// `CODE: MESSAGE` or, at the start of a line, `(CODE) MESSAGE`.
  private static boolean startsSentence(ReadableText text, Word word, boolean parenthesised) {
    if (isMember(text, word) || !Names.qualifier(text, word.start()).isEmpty()) {
      return false;
    }
    char before = text.charAt(word.start() - 2);
    return parenthesised
        ? before == '\n' || before == '\0' || before == ' ' || before == '"'
        : text.charAt(word.end()) == ':' && text.charAt(word.end() + 1) == ' '
            || text.text().startsWith(" -- ", word.end());
  }

  /// npm's `E401`.
  private static boolean isPackageCode(String name) {
    return name.length() == 4 && name.charAt(0) == 'E' && Characters.isNumber(name.substring(1));
  }

  /// A class of another library that happens to have the name of an AWS code.
  private static boolean isForeign(String qualifier, String name) {
    return qualifier.startsWith("java.")
        || qualifier.startsWith("System.")
        || (qualifier.indexOf('.') > 0 || qualifier.indexOf(':') > 0)
            && !KnownCodes.isDistinct(name);
  }

  private static @Nullable Finding exception(
      ReadableText text, Word word, String qualifier, boolean parenthesised) {
    if (isMember(text, word)) {
      return null;
    }
    if (Names.isAws(qualifier)) {
      return aws(text, word, qualifier);
    }
    boolean stands =
        followedBySentence(text, word)
            || isCause(text, word)
            || isPowerShells(text, word)
            || endsLine(text, word)
                && (startsLine(text, word, qualifier) || isMessageOfError(text, word))
            || !qualifier.isEmpty()
                && text.charAt(word.end()) == ')'
                && text.charAt(word.start() - qualifier.length() - 1) == '('
            || parenthesised;
    return stands ? named(text, word, Strength.FOREIGN) : null;
  }

  private static Finding aws(ReadableText text, Word word, String qualifier) {
    boolean model =
        KnownCodes.isDistinct(word.text()) && !qualifier.startsWith("botocore.exceptions");
    return named(text, word, model ? Strength.NAMED : Strength.CLIENT)
        .service(ServiceNames.ofNamespace(qualifier))
        .tool(tool(qualifier));
  }

  private static @Nullable String tool(String qualifier) {
    if (qualifier.contains("com.amazonaws.") || qualifier.contains("software.amazon.awssdk.")) {
      return "java-sdk";
    }
    if (qualifier.startsWith("Amazon.")) {
      return "dotnet-sdk";
    }
    if (qualifier.contains("Aws\\")) {
      return "php-sdk";
    }
    return qualifier.startsWith("Aws::") ? "ruby-sdk" : null;
  }

  /// A class's member, a constructor call, a file name: no error that was reported.
  private static boolean isMember(ReadableText text, Word word) {
    char next = text.charAt(word.end());
    char after = text.charAt(word.end() + 1);
    char before = text.charAt(word.start() - 1);
    if (next == '.' && Characters.isWord(after)
        || next == '$'
        || next == '#'
        || next == '-' && after == '>') {
      return true;
    }
    if (next == ':' && after == ':' || next == '\\' || next == '`' && Characters.isDigit(after)) {
      return true;
    }
    if (next == '(' && !isCause(text, word) && !isShown(text, word)) {
      return true;
    }
    return before == '/'
        || next == '/' && !text.text().startsWith("/User:", word.end())
        || before == '@'
        || next == '='
        || before == '-' && next == '-';
  }

  /// An exception that was printed with its content: `CODE('MESSAGE')`, `CODE(message: …)`,
  /// `CODE(code: 0): …`, `CODE(403): …`.
  private static boolean isShown(ReadableText text, Word word) {
    int content = word.end() + 1;
    char first = text.charAt(content);
    return first == '\''
        || first == '"'
        || text.text().startsWith("message: ", content)
        || text.text().startsWith("code: ", content)
        || Characters.isDigit(first) && text.text().startsWith("): ", content + 3);
  }

  /// `CODE: MESSAGE`, `CODE - MESSAGE`, `CODE -- MESSAGE`, `CODE ---> …`, `[CODE] MESSAGE`, `CODE
  /// (HTTP 403). MESSAGE`.
  private static boolean followedBySentence(ReadableText text, Word word) {
    int behind = word.end();
    while (behind < word.end() + 3
        && "\"'*`])".indexOf(text.charAt(behind)) >= 0
        && text.charAt(behind) != 0) {
      behind++;
    }
    int next = text.skipSpace(behind);
    boolean near = next - behind <= 1 || text.charAt(behind) == '\n' && next - behind < 60;
    char c = text.charAt(next);
    if (near && c == ':' && ":/".indexOf(text.charAt(next + 1)) < 0) {
      return true;
    }
    return c == '-' && next > behind && " ->".indexOf(text.charAt(next + 1)) >= 0
        || c == ',' && text.text().startsWith(", message", next)
        || text.text().startsWith(" with message", behind)
        || text.text()
            .startsWith("/User:", behind) // `CODE/MESSAGE`, as Fluentd's Kinesis plugin has it
        || text.text().startsWith(" (HTTP ", word.end())
        || text.charAt(word.end()) == '(' && isShown(text, word)
        || text.text().startsWith("** in ", word.end());
  }

  /// `code CODE`, `code=CODE`, `error code: CODE`, `code: 'CODE'`.
  private static boolean isNamedCode(ReadableText text, Word word) {
    String before = text.text().substring(Math.max(0, word.start() - 14), word.start());
    int end = before.length();
    while (end > 0 && " :='\"`[(|".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    String label = before.substring(0, end);
    boolean cell = before.endsWith("| ") && text.visibleFrom(word.end()) == '|';
    return cell || end < before.length() && (label.endsWith("code") || label.endsWith("Code"));
  }

  private static boolean isCause(ReadableText text, Word word) {
    return text.text().startsWith("Caused by ", word.start() - 10)
        || text.text().startsWith("Caused by: ", word.start() - 11);
  }

  private static boolean endsLine(ReadableText text, Word word) {
    char next = text.charAt(word.end());
    return next == '\n' || next == '\0';
  }

  private static boolean startsLine(ReadableText text, Word word, String qualifier) {
    char before = text.charAt(word.start() - qualifier.length() - 1);
    return before == '\n' || before == '\0';
  }

  /// `FullyQualifiedErrorId : InvalidOperationException,Amazon.PowerShell.Cmdlets…`, and what
  /// stands behind the cmdlet in the line above it.
  private static boolean isPowerShells(ReadableText text, Word word) {
    return text.text().startsWith(",Amazon.PowerShell.", word.end())
        || endsLine(text, word)
            && text.text().startsWith("], ", word.start() - 3)
            && text.text()
                .substring(Math.max(0, word.start() - 300), word.start())
                .contains("CategoryInfo");
  }

  /// JavaScript's `Error: TimeoutError`, with stack frames below.
  private static boolean isMessageOfError(ReadableText text, Word word) {
    return text.text().startsWith("Error: ", word.start() - 7)
        && text.charAt(word.start() - 8) <= ' '
        && text.text().startsWith("at ", text.skipSpace(word.end()));
  }

  /// `package.module.Name: MESSAGE` at the start of a line, the end of a Python traceback.
  private static boolean isPythonClass(ReadableText text, Word word) {
    if (text.charAt(word.end()) != ':'
        || text.charAt(word.end() + 1) != ' '
        || text.charAt(word.start() - 1) != '.'
        || !KnownCodes.looksLikeCode(word.text())) {
      return false;
    }
    String qualifier = Names.qualifier(text, word.start());
    return qualifier.length() > 3
        && Characters.isLower(qualifier.charAt(0))
        && startsLine(text, word, qualifier);
  }

  /// `403 (CODE)`: a status in front of the parenthesis.
  private static boolean isStatus(ReadableText text, int parenthesis) {
    int start = parenthesis - 4;
    return start >= 0
        && text.charAt(parenthesis - 1) == ' '
        && Characters.isNumber(text.text().substring(start, start + 3))
        && !Characters.isAlphanumeric(text.charAt(start - 1));
  }

  private static Finding named(ReadableText text, Word word, Strength strength) {
    int behind = word.end();
    while (behind < word.end() + 4
        && "\"'*`])".indexOf(text.charAt(behind)) >= 0
        && text.charAt(behind) != 0) {
      behind++;
    }
    int next = text.skipSpace(behind);
    var finding = new Finding(word.start(), strength).code(word.text());
    char c = text.charAt(next);
    if (c == ':' || c == '-') {
      int start = next;
      while (":->".indexOf(text.charAt(start)) >= 0 && start < next + 4) {
        start++;
      }
      finding.message(start);
    }
    return finding;
  }
}
