package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;

/// botocore, boto3 and the AWS CLI: `An error occurred (CODE) when calling the OP operation:
/// MESSAGE`, in old versions `A client error (CODE) occurred when calling the OP operation:
/// MESSAGE`, for faults in the client `An error occurred (CODE): MESSAGE`. Source: botocore
/// `exceptions.py`.
final class BotocoreDialect implements Dialect {
  private static final List<String> OPENINGS =
      List.of("rroroccurred(", "clienterror(", "servererror(");
  private static final String CALLING = "whencallingthe";

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    for (String opening : OPENINGS) {
      int at = text.dense().indexOf(opening);
      while (at >= 0) {
        int behind = at + opening.length();
        read(text, at, behind, findings);
        at = text.dense().indexOf(opening, behind);
      }
    }
    return findings;
  }

  private static void read(ReadableText text, int at, int from, List<Finding> findings) {
    String code = text.denseUntil(from, ")", 100);
    if (!KnownCodes.isCode(code)) {
      return;
    }
    String dense = text.dense();
    int next = from + code.length() + 1;
    if (dense.startsWith("occurred", next)) {
      next += "occurred".length();
    }
    var finding = new Finding(text.inText(at), Strength.ANSWER).code(code);
    int colon = next;
    if (dense.startsWith(CALLING, next)) {
      String word = text.denseUntil(next + CALLING.length(), ":(", 120);
      if (!word.endsWith("operation")) {
        // The paste ends inside the wrapper.
        finding.operation(word.isEmpty() ? cut(text, next + CALLING.length()) : null);
        findings.add(finding);
        return;
      }
      String operation = word.substring(0, word.length() - "operation".length());
      finding.operation(operation).service(Operations.service(operation));
      colon = next + CALLING.length() + word.length();
      if (dense.startsWith("(reached", colon)) {
        colon += text.denseUntil(colon, ")", 60).length() + 1;
      }
    }
    if (colon < dense.length() && dense.charAt(colon) == ':') {
      finding.message(text.inText(colon) + 1);
    }
    findings.add(finding);
  }

  private static String cut(ReadableText text, int from) {
    String word = text.denseWord(from, 80);
    return word.endsWith("operation") ? word.substring(0, word.length() - 9) : word;
  }
}
