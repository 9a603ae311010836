package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// AWS SDK for Java v1: `MESSAGE (Service: X; Status Code: N; Error Code: CODE; Request ID: R)`;
/// v2: `MESSAGE (Service: X, Status Code: N, Request ID: R)`, where only the exception class in
/// front can name the code.
final class JavaDialect implements Dialect {
  private static final String OPENING = "(Service:";
  private static final int REACH = 2000;

  /// Whom STS asks for an identity provider; its refusal stands inside the message of STS's own.
  private static final String DISCOVERY = "Service:AWSOpenIdDiscoveryService";

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    String dense = text.dense();
    int floor = 0;
    int at = text.findDense(OPENING);
    while (at >= 0) {
      int end = end(dense, at);
      findings.add(read(text, floor, at, dense.substring(at, end)));
      floor = at;
      at = text.findDense(OPENING, at + OPENING.length());
    }
    return findings;
  }

  private static int end(String dense, int at) {
    int limit = Math.min(dense.length(), at + 800);
    for (int i = at + 1; i < limit; i++) {
      if (dense.charAt(i) == ')') {
        return i;
      }
    }
    return limit;
  }

  private static Finding read(ReadableText text, int floor, int at, String fields) {
    int end = text.inText(at);
    @Nullable String code = whole(Fields.between(fields, "ErrorCode:", ";,)"));
    @Nullable Word name = exception(text, Math.max(text.inText(floor), end - REACH), end);
    if (code != null && code.equals("null")) {
      code = null;
    }
    if (code == null && name != null) {
      code = name.text();
    }
    Strength strength =
        fields.contains("ErrorCode:") && code != null
            ? Strength.ANSWER
            : name != null ? Strength.CLIENT : Strength.DETAIL;
    if (name != null && KnownCodes.isDistinct(name.text())) {
      strength = Strength.ANSWER;
    }
    if (fields.contains(DISCOVERY)) {
      strength = Strength.MENTIONED;
    }
    var finding =
        new Finding(name == null ? end : name.start(), strength)
            .code(code == null ? null : spaced(code))
            .service(ServiceNames.of(Fields.between(fields, "Service:", ";,)")))
            .status(Fields.behind(fields, "StatusCode:", 3))
            .requestId(Fields.behind(fields, "RequestID:", 80));
    boolean java = name != null && Names.qualifier(text, name.start()).contains("amazon");
    finding.tool(
        java || fields.contains("StatusCode:") && fields.contains(";") ? "java-sdk" : null);
    int start = name == null ? sentenceStart(text, end) : text.text().indexOf(':', name.end()) + 1;
    return finding.message(start, end);
  }

  /// Without the dots of whoever cut the text off behind it.
  private static @Nullable String whole(@Nullable String code) {
    int end = code == null ? 0 : code.indexOf("..");
    return code == null || end < 0 ? code : code.substring(0, end);
  }

  /// S3's answers without a body have the status line for a code: `403 Forbidden`.
  private static String spaced(String code) {
    if (code.length() < 5 || !Characters.isNumber(code.substring(0, 3))) {
      return code;
    }
    var out = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      out.append(Characters.isUpper(code.charAt(i)) ? " " : "").append(code.charAt(i));
    }
    return out.toString();
  }

  /// The last exception class in front of the sentence.
  private static @Nullable Word exception(ReadableText text, int from, int end) {
    Words words = text.words();
    for (int i = text.wordAt(end) - 1; i >= 0 && words.start(i) >= from; i--) {
      @Nullable Word word = Names.beforeColon(text, i);
      if (word != null && KnownCodes.isExceptionClass(word.text())) {
        return word;
      }
    }
    return null;
  }

  private static int sentenceStart(ReadableText text, int end) {
    int floor = Math.max(0, end - REACH);
    String near = text.text().substring(floor, Math.max(floor, end - 1));
    int start = 0;
    for (String mark : List.of("\n", ": \"", "\" ")) {
      int at = near.lastIndexOf(mark);
      start = Math.max(start, at < 0 ? 0 : at + mark.length());
    }
    return floor + start;
  }
}
