package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;

/// botocore, boto3 and the AWS CLI: `An error occurred (CODE) when calling the OP operation:
/// MESSAGE`, in old versions `A client error (CODE) occurred when calling the OP operation:
/// MESSAGE`, for faults in the client `An error occurred (CODE): MESSAGE`. PynamoDB puts `on
/// request (ID) on table (NAME)` behind the code. Source: botocore `exceptions.py`.
final class BotocoreDialect implements Dialect {
  private static final List<String> OPENINGS =
      List.of("rroroccurred(", "clienterror(", "servererror(");
  private static final List<String> PLACES = List.of("onrequest", "ontable");
  private static final String CALLING = "whencallingthe";
  private static final String OPERATION = "operation";

  /// R's paws says it without a code: `An error occurred when calling the OP operation: MESSAGE`.
  private static final String BARE = "rroroccurred" + CALLING;

  /// The opening cut off or another program's: `(CODE) when calling the OP operation: MESSAGE`.
  private static final String CUT = ")" + CALLING;

  private static final int LONGEST_CODE = 100;

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    for (String opening : OPENINGS) {
      int at = text.findDense(opening);
      while (at >= 0) {
        int behind = at + opening.length();
        read(text, at, behind, findings);
        at = text.findDense(opening, behind);
      }
    }
    bare(text, findings);
    cut(text, findings);
    return findings;
  }

  private static void cut(ReadableText text, List<Finding> findings) {
    int at = text.findDense(CUT);
    while (at >= 0) {
      int open = openingBefore(text.dense(), at);
      if (open >= 0 && !isOpened(text.dense(), open + 1)) {
        read(text, open, open + 1, findings);
      }
      at = text.findDense(CUT, at + CUT.length());
    }
  }

  private static int openingBefore(String dense, int close) {
    for (int i = close - 1; i >= Math.max(0, close - LONGEST_CODE); i--) {
      if (dense.charAt(i) == '(') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOpened(String dense, int behind) {
    return OPENINGS.stream().anyMatch(o -> dense.startsWith(o, behind - o.length()));
  }

  private static void bare(ReadableText text, List<Finding> findings) {
    int at = text.findDense(BARE);
    while (at >= 0) {
      var finding = new Finding(text.inText(at), Strength.DETAIL);
      int behind = at + BARE.length();
      operation(text, behind, finding);
      findings.add(finding);
      at = text.findDense(BARE, behind);
    }
  }

  private static void read(ReadableText text, int at, int from, List<Finding> findings) {
    String dense = text.dense();
    int close = dense.indexOf(')', from);
    if (close < 0 || close - from > LONGEST_CODE) {
      return;
    }
    String code = withoutMarkup(dense.substring(from, close));
    int next = close + 1;
    if (dense.startsWith("occurred", next)) {
      next += "occurred".length();
    }
    for (String place : PLACES) {
      if (dense.startsWith(place, next)) {
        next += place.length();
        if (next < dense.length() && dense.charAt(next) == '(') {
          next += text.denseUntil(next, ")", 300).length() + 1;
        }
      }
    }
    boolean named = KnownCodes.isCode(code);
    boolean calling = dense.startsWith(CALLING, next);
    if (!named && !(calling && code.isEmpty())) {
      return;
    }
    var finding =
        new Finding(text.inText(at), named ? Strength.ANSWER : Strength.DETAIL)
            .code(named ? code : null);
    int colon = calling ? operation(text, next + CALLING.length(), finding) : next;
    if (colon < dense.length() && dense.charAt(colon) == ':') {
      finding.message(text.inText(colon) + 1);
    }
    findings.add(finding);
  }

  /// Reads the operation; returns where the wrapper ends.
  private static int operation(ReadableText text, int from, Finding finding) {
    String dense = text.dense();
    int word = text.findDense(OPERATION, from);
    boolean whole = word >= 0 && word - from < 100;
    String operation =
        Operations.named(
            withoutMarkup(whole ? dense.substring(from, word) : text.denseWord(from, 80)));
    finding.operation(operation).service(Operations.service(operation));
    if (!whole) {
      return dense.length();
    }
    int end = word + OPERATION.length();
    if (dense.startsWith("(reached", end)) {
      end += text.denseUntil(end, ")", 60).length() + 1;
    }
    return end;
  }

  /// Markdown's emphasis around a name.
  private static String withoutMarkup(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && "*`'\"_".indexOf(name.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "*`'\"_\\".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(start, end);
  }
}
