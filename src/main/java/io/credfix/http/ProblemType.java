package io.credfix.http;

import java.util.Locale;
import java.util.Optional;

/// Why a request is refused. Each has a page of its own under `/problems/`, to which the member
/// `type` of the problem document points.
enum ProblemType {
  MALFORMED_QUERY(
      400, "The query string cannot be read", "A percent sign must be followed by two hex digits."),
  MALFORMED_BODY(
      400,
      "The body cannot be read",
      "JSON must be well formed, without duplicate members, at most 32 levels deep and UTF-8;"
          + " forms and plain text must be UTF-8 as well; Base64 must decode."),
  INVALID_MEMBER(
      400,
      "A member of the body has a wrong value",
      "The member `errors` of the problem document points to each one."),
  ORIGIN_NOT_ALLOWED(
      403,
      "Pages of this origin may not call this",
      "A server on one's own machine answers programs and pages of that machine at `/mcp`. The"
          + " environment variable `CREDFIX_ALLOWED_ORIGINS` names other pages' origins."),
  NOT_FOUND(404, "There is nothing at this address", "See `/openapi.json` for all addresses."),
  METHOD_NOT_ALLOWED(
      405, "This method does nothing here", "The header field `Allow` names those that do."),
  NOT_ACCEPTABLE(
      406,
      "None of the formats on offer is accepted",
      "Guides come as `text/markdown`, `text/html` and `application/json`."),
  BODY_TOO_LARGE(
      413,
      "Too much was sent",
      "An error text has at most 65,536 bytes of UTF-8, a body at most 262,144 bytes. Send the part"
          + " around the error."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body has a type that is not taken",
      "Bodies are `application/json`, `text/plain` or `application/x-www-form-urlencoded`, in"
          + " UTF-8."),
  KEY_PREFIX_REFUSED(
      422,
      "The key prefix is not the beginning of an access key id",
      "Send the first letters of the access key id, such as `AKIA` or `ASIA`: four are enough,"
          + " thirteen also tell the account. Never send a secret access key or a session token; if"
          + " one was sent, treat it as exposed and replace it."),
  INTERNAL_ERROR(
      500,
      "Something failed here",
      "The fault is ours. The operator finds it by the incident number of the problem document.");

  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /// The last segment of its address, such as `body-too-large`.
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ProblemType> of(String slug) {
    for (ProblemType type : values()) {
      if (type.slug().equals(slug)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /// What to do, Markdown.
  String explanation() {
    return explanation;
  }
}
