package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;

/// AWS SDKs for Rust and C++: `unhandled error (CODE)`, `Unable to parse ExceptionName: CODE
/// Message: …`, `Exception name: CODE`. Rust's debug form, `code: Some("CODE")`, is a document.
final class RustDialect implements Dialect {
  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    each(text, "unhandlederror(", ")", "rust-sdk", findings);
    each(text, "ExceptionName:", "M", "cpp-sdk", findings);
    each(text, "Exceptionname:", "EM", "cpp-sdk", findings);
    return findings;
  }

  private static void each(
      ReadableText text, String label, String stops, String tool, List<Finding> findings) {
    int at = text.findDense(label);
    while (at >= 0) {
      int from = at + label.length();
      String code =
          stops.equals(")") ? text.denseUntil(from, stops, 100) : beforeMessage(text, from);
      if (KnownCodes.looksLikeCode(code)) {
        var finding = new Finding(text.inText(at), Strength.ANSWER).code(code).tool(tool);
        int message = text.findDense("essage:", from);
        if (message >= 0 && message - from < 200) {
          finding.message(text.inText(message + 6) + 1);
        }
        findings.add(finding);
      }
      at = text.findDense(label, from);
    }
  }

  /// The name in front of the next line's `Error message: …`.
  private static String beforeMessage(ReadableText text, int from) {
    String word = text.denseWord(from, 100);
    boolean next =
        word.endsWith("Error") && text.dense().startsWith("message:", from + word.length());
    return next ? word.substring(0, word.length() - "Error".length()) : word;
  }
}
