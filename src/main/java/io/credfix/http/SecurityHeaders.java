package io.credfix.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// The header fields that keep a browser from doing more with an answer than it is meant for.
final class SecurityHeaders {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

  private final String frameAncestors;

  SecurityHeaders(Configuration configuration) {
    frameAncestors = configuration.frameAncestors();
  }

  /// The same answer, guarded.
  ///
  /// @param embedded whether portals may frame it
  Response guard(Response response, boolean embedded) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    boolean html = MediaType.HTML.header().equals(response.headers().get("content-type"));
    if (html && embedded) {
      headers.put("content-security-policy", PAGE + frameAncestors);
    } else {
      headers.put("content-security-policy", html ? PAGE + "'none'" : NOTHING);
      headers.put("x-frame-options", "DENY");
    }
    return response.with(headers);
  }
}
