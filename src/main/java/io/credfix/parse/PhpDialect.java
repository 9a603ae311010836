package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// AWS SDK for PHP v3: `Error executing "OP" on "URL"; AWS HTTP error: … CODE (client): MESSAGE -
/// <xml>`; v2: `AWS Error Code: CODE, Status Code: 403, AWS Request ID: …, AWS Error Message: …`.
final class PhpDialect implements Dialect {
  private static final String EXECUTING = "Errorexecuting\"";
  private static final String STORAGE = "S3::";
  private static final String MESSAGE = "AWS Error Message: ";

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    executing(text, findings);
    for (String type : List.of("(client):", "(server):")) {
      typed(text, type, findings);
    }
    version2(text, findings);
    storage(text, findings);
    return findings;
  }

  /// The class for S3 that was in use before the SDK: `S3::putObject(…): [CODE] MESSAGE`.
  private static void storage(ReadableText text, List<Finding> findings) {
    int at = text.findDense(STORAGE);
    while (at >= 0) {
      String method = text.denseWord(at + STORAGE.length(), 40);
      int open = at + STORAGE.length() + method.length();
      String rest = text.dense().substring(open, Math.min(text.dense().length(), open + 300));
      int bracket = rest.indexOf("):[");
      String code = bracket < 0 ? "" : text.denseUntil(open + bracket + 3, "]", 60);
      if (!method.isEmpty() && rest.startsWith("(") && KnownCodes.looksLikeCode(code)) {
        String operation = Character.toUpperCase(method.charAt(0)) + method.substring(1);
        findings.add(
            new Finding(text.inText(at), Strength.ANSWER)
                .code(code)
                .operation(Operations.isKnown(operation) ? operation : null)
                .service("s3")
                .message(text.inText(open + bracket + 3 + code.length()) + 1));
      }
      at = text.findDense(STORAGE, open);
    }
  }

  private static void executing(ReadableText text, List<Finding> findings) {
    int at = text.findDense(EXECUTING);
    while (at >= 0) {
      String operation = text.denseUntil(at + EXECUTING.length(), "\"", 80);
      findings.add(
          new Finding(text.inText(at), Strength.DETAIL)
              .operation(operation)
              .service(Operations.service(operation))
              .tool("php-sdk"));
      at = text.findDense(EXECUTING, at + EXECUTING.length());
    }
  }

  private static void typed(ReadableText text, String type, List<Finding> findings) {
    int at = text.findDense(type);
    while (at > 0) {
      Words words = text.words();
      int number = text.wordAt(text.inText(at)) - 1;
      if (number >= 0 && text.inDense(words.end(number)) == at) {
        Word word = Names.joined(text, number);
        if (KnownCodes.looksLikeCode(word.text())) {
          findings.add(
              new Finding(word.start(), Strength.ANSWER)
                  .code(word.text())
                  .message(text.inText(at + type.length() - 1) + 1)
                  .status(status(text, at))
                  .tool("php-sdk"));
        }
      }
      at = text.findDense(type, at + type.length());
    }
  }

  /// `resulted in a \`403 Forbidden\` response` or `Client error: 403 CODE (client)`.
  private static @Nullable String status(ReadableText text, int at) {
    String before = text.dense().substring(Math.max(0, at - 1500), at);
    @Nullable String resulted = Fields.behind(before, "resultedina`", 3);
    return resulted != null ? resulted : Fields.behind(before, "error:", 3);
  }

  private static void version2(ReadableText text, List<Finding> findings) {
    String label = "AWSErrorCode:";
    int at = text.findDense(label);
    while (at >= 0) {
      String code = text.denseUntil(at + label.length(), ",", 100);
      if (KnownCodes.isCode(code)) {
        int start = text.inText(at);
        String rest = text.text().substring(start, Math.min(text.text().length(), start + 3000));
        // The old SDK for Java prints the same fields in another order.
        String around = text.text().substring(Math.max(0, start - 200), start) + rest;
        var finding =
            new Finding(start, Strength.ANSWER)
                .code(code)
                .status(Fields.behind(around, "Status Code: ", 3))
                .requestId(Fields.behind(around, "AWS Request ID: ", 80));
        int message = rest.indexOf(MESSAGE);
        if (message >= 0) {
          int agent =
              Math.max(
                  rest.indexOf(", User-Agent:", message),
                  rest.indexOf(", S3 Extended Request ID:", message));
          finding.message(
              start + message + MESSAGE.length(), agent < 0 ? Integer.MAX_VALUE : start + agent);
        }
        findings.add(finding);
      }
      at = text.findDense(label, at + label.length());
    }
  }
}
