package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;

/// AWS SDK for Go v2 and what is built on it: `operation error STS: GetCallerIdentity, https
/// response error StatusCode: 403, RequestID: …, api error CODE: MESSAGE`; modelled errors stand
/// without `api error`. In a chain the last operation is the innermost.
final class GoV2Dialect implements Dialect {
  private static final String OPERATION_ERROR = "operationerror";
  private static final String API_ERROR = "apierror";
  private static final int REACH = 3000;

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    String dense = text.dense();
    int at = text.findDense(OPERATION_ERROR);
    int first = at < 0 ? dense.length() : at;
    loose(text, 0, first, findings);
    while (at >= 0) {
      int next = text.findDense(OPERATION_ERROR, at + OPERATION_ERROR.length());
      int end = Math.min(next < 0 ? dense.length() : next, at + REACH);
      operation(text, at, end, findings);
      at = next;
    }
    return findings;
  }

  /// `api error CODE: MESSAGE` without the operation in front.
  private static void loose(ReadableText text, int from, int end, List<Finding> findings) {
    int at = text.findDense(API_ERROR, from);
    while (at >= 0 && at < end) {
      var finding = new Finding(text.inText(at), Strength.ANSWER);
      if (code(text, at + API_ERROR.length(), end, finding)) {
        findings.add(finding.tool("go-sdk"));
      }
      at = text.findDense(API_ERROR, at + API_ERROR.length());
    }
  }

  private static void operation(ReadableText text, int at, int end, List<Finding> findings) {
    String dense = text.dense();
    int from = at + OPERATION_ERROR.length();
    String service = text.denseUntil(from, ":,", 60);
    int colon = from + service.length();
    if (service.isEmpty() || dense.charAt(colon) != ':') {
      return;
    }
    String operation = text.denseUntil(colon + 1, ",:", 80);
    if (operation.isEmpty()) {
      operation = text.denseWord(colon + 1, 80);
    }
    if (!Operations.isOperation(operation) || colon + operation.length() >= end) {
      return;
    }
    String rest = dense.substring(colon, end);
    int code = rest.indexOf(API_ERROR);
    var finding =
        new Finding(text.inText(at), code >= 0 ? Strength.ANSWER : Strength.DETAIL)
            .operation(operation)
            .service(ServiceNames.of(service))
            .tool("go-sdk");
    finding.status(Fields.behind(rest, "StatusCode:", 3));
    finding.requestId(Fields.behind(rest, "RequestID:", 80));
    if (code >= 0) {
      code(text, colon + code + API_ERROR.length(), end, finding);
    } else {
      finding = withoutApiError(text, colon + 1 + operation.length(), end, finding);
    }
    findings.add(finding);
  }

  private static boolean code(ReadableText text, int from, int end, Finding finding) {
    String code = text.denseUntil(from, ":", 100);
    if (!KnownCodes.isCode(code)) {
      return false;
    }
    int message = text.inText(from + code.length()) + 1;
    finding.code(code).message(message, limit(text, end));
    return true;
  }

  private static int limit(ReadableText text, int end) {
    return text.inText(end);
  }

  /// The modelled error behind the last request or host id, or the sentence that ends the chain.
  private static Finding withoutApiError(ReadableText text, int from, int end, Finding found) {
    String dense = text.dense();
    int start = from;
    for (String id : List.of("StatusCode:", "RequestID:", "HostID:")) {
      int at = text.findDense(id, start);
      if (at >= 0 && at < end) {
        int comma = dense.indexOf(',', at);
        start = comma >= 0 && comma < end ? comma : end;
      }
    }
    if (start < end && dense.charAt(start) == ',') {
      String name = text.denseWord(start + 1, 100);
      int behind = start + 1 + name.length();
      boolean colon = behind < end && dense.charAt(behind) == ':';
      boolean ends = behind == dense.length() || text.breakBefore(behind);
      if (KnownCodes.looksLikeCode(name) && (colon || ends && KnownCodes.isKnown(name))) {
        var typed = new Finding(found.at, Strength.ANSWER).code(name);
        typed.operation(found.operation).service(found.service).tool(found.tool);
        typed.httpStatus = found.httpStatus;
        typed.requestId = found.requestId;
        return colon ? typed.message(text.inText(behind) + 1, limit(text, end)) : typed;
      }
      found.message(text.inText(start) + 1, limit(text, end));
    }
    return found;
  }
}
