package io.credfix.http;

import io.credfix.diagnose.ContextMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a submission from a request: JSON, plain text, or a form.
final class SubmissionReader {
  private SubmissionReader() {}

  /// The submission.
  ///
  /// @throws Refusal when the body's type is not taken or the body is wrong
  static Submitted read(Request request) throws Refusal {
    Fields query = request.fields();
    @Nullable ContentType type =
        ContentType.parse(request.headers().get("content-type")).orElse(null);
    if (type == null) {
      throw new Refusal(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The header field `Content-Type` is missing or no media type.");
    }
    boolean json = type.is(MediaType.JSON);
    boolean form = type.is(MediaType.FORM);
    if (!json && !form && !type.is(MediaType.PLAIN)) {
      throw new Refusal(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Send application/json, text/plain or application/x-www-form-urlencoded.");
    }
    if (!type.isUtf8()) {
      throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send UTF-8.");
    }
    var draft = new Draft();
    // The body's own key prefix, where it has one, comes after and wins.
    draft.keyPrefix(query.first("keyPrefix"));
    String body = request.body().utf8();
    if (json) {
      JsonBody.read(body, draft);
    } else if (form) {
      form(Fields.parse(body, ProblemType.MALFORMED_BODY), draft);
    } else {
      draft.error(body);
    }
    return draft.finish();
  }

  private static void form(Fields fields, Draft draft) {
    List<String> errors = fields.all("error");
    if (errors.size() > 1) {
      draft.wrong("/error", "Expected once.");
    } else if (errors.size() == 1) {
      // HTML: forms send every line end as CRLF.
      draft.error(errors.getFirst().replace("\r\n", "\n"));
    }
    draft.keyPrefix(fields.first("keyPrefix"));
    for (ContextMember member : ContextMember.values()) {
      String value = fields.first(member.label());
      if (value != null && !value.isBlank()) {
        draft.context(member, value, "/" + member.label());
      }
    }
    for (String answer : fields.all("answer")) {
      int slash = answer.indexOf('/');
      draft.answer(
          slash < 0 ? answer : answer.substring(0, slash),
          slash < 0 ? "" : answer.substring(slash + 1),
          "/answer");
    }
  }
}
