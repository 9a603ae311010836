package io.credfix.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// An answer, whoever carries it away. All that this service sends is text.
///
/// @param status HTTP status
/// @param headers lower-case names
/// @param body empty for none
/// @param outcome what happened, for the log
record Response(int status, Map<String, String> headers, String body, Outcome outcome) {
  static Response of(MediaType type, String body) {
    return of(type.header(), body);
  }

  static Response of(String contentType, String body) {
    return new Response(200, Map.of("content-type", contentType), body, Outcome.SERVED);
  }

  static Response of(Problem problem, String base) {
    return new Response(
            problem.type().status(),
            Map.of("content-type", MediaType.PROBLEM.header()),
            problem.json(base),
            Outcome.refused(problem))
        .with("cache-control", "no-store");
  }

  /// The same with one more header field.
  Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body, outcome);
  }

  Response with(Map<String, String> fields) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(fields);
    return new Response(status, more, body, outcome);
  }

  /// The same, with one more name in `Vary`.
  Response alsoVaryingBy(String name) {
    String vary = headers.get("vary");
    return with("vary", vary == null ? name : vary + ", " + name);
  }

  Response with(Outcome other) {
    return new Response(status, headers, body, other);
  }

  Response withoutBody(int otherStatus) {
    return new Response(otherStatus, headers, "", outcome);
  }
}
