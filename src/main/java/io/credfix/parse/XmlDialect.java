package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer in XML: `<ErrorResponse>` of the query protocol, `<Response><Errors>` of EC2,
/// `<Error>` of S3; also `<SomeException><Message>` of REST services. Namespaces, escapes and cut
/// ends do no harm.
final class XmlDialect implements Dialect {
  private static final int REACH = 4000;
  private static final int MOST = 100;

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    String dense = text.dense();
    int at = dense.indexOf('<');
    while (at >= 0 && findings.size() < MOST) {
      element(text, at, findings);
      at = dense.indexOf('<', at + 1);
    }
    return findings;
  }

  private static void element(ReadableText text, int at, List<Finding> findings) {
    String dense = text.dense();
    String name = text.denseUntil(at + 1, "></", 100);
    int colon = name.indexOf(':');
    String local = colon < 0 ? name : name.substring(colon + 1);
    int content = at + 1 + name.length();
    if (name.isEmpty() || dense.charAt(content) != '>') {
      return;
    }
    content++;
    if (local.equals("Code")) {
      String code = content(text, content);
      if (KnownCodes.isCode(code) && !code.equals("Sender")) {
        findings.add(answer(text, at, content, code));
      }
    } else if (KnownCodes.isExceptionClass(local) && dense.startsWith("<", content)) {
      findings.add(answer(text, at, content, local));
    }
  }

  private static String content(ReadableText text, int from) {
    return text.denseUntil(from, "<", 120);
  }

  private static Finding answer(ReadableText text, int at, int from, String code) {
    String dense = text.dense();
    int limit = Math.min(dense.length(), from + REACH);
    String window = dense.substring(Math.max(0, at - 400), limit);
    var finding =
        new Finding(text.inText(at), Strength.DOCUMENT)
            .code(code)
            .requestId(first(window, "<RequestId>", "<RequestID>"))
            .service(service(window));
    finding.region(Fields.behind(dense.substring(from, limit), "<Region>", 30));
    int message = text.findDense("<Message>", at);
    if (message < 0 || message > limit) {
      message = text.findDense("<message>", at);
    }
    if (message >= 0 && message < limit) {
      int start = text.inText(message + "<Message>".length() - 1) + 1;
      int end = text.text().indexOf('<', start);
      finding.message(start, end < 0 ? Integer.MAX_VALUE : end);
    }
    return finding;
  }

  private static @Nullable String first(String window, String label, String other) {
    @Nullable String value = Fields.behind(window, label, 80);
    return value != null ? value : Fields.behind(window, other, 80);
  }

  /// From the namespace `https://sts.amazonaws.com/doc/…`; S3 alone sends a HostId.
  private static @Nullable String service(String window) {
    int at = window.indexOf(".amazonaws.com/doc/");
    if (at > 0) {
      int start = at;
      while (start > 0 && Characters.isAlphanumeric(window.charAt(start - 1))) {
        start--;
      }
      return ServiceNames.of(window.substring(start, at));
    }
    boolean storage =
        window.contains("<HostId>")
            || window.contains("<StringToSign>")
            || window.contains("<MaxAllowedSkewMilliseconds>");
    return storage ? "s3" : null;
  }
}
