package io.credfix.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One address, or one kind of address.
///
/// @param name for the log
/// @param path as OpenAPI writes it: `/causes/{id}`; at most one variable, the last segment
/// @param methods GET stands for HEAD as well
/// @param endpoint what answers
record Route(String name, String path, List<String> methods, Endpoint endpoint) {
  /// Answers requests to a route.
  @FunctionalInterface
  interface Endpoint {
    /// @param variable the last segment, when the route has one; else empty
    Response answer(Request request, String variable) throws Refusal;
  }

  static Route get(String name, String path, Endpoint endpoint) {
    return new Route(name, path, List.of("GET", "HEAD"), endpoint);
  }

  static Route post(String name, String path, Endpoint endpoint) {
    return new Route(name, path, List.of("POST"), endpoint);
  }

  /// The variable's value; empty without one; null when the path is another's.
  @Nullable String match(String requested) {
    int brace = path.indexOf('{');
    if (brace < 0) {
      return path.equals(requested) ? "" : null;
    }
    String prefix = path.substring(0, brace);
    return requested.startsWith(prefix)
            && requested.length() > prefix.length()
            && requested.indexOf('/', prefix.length()) < 0
        ? requested.substring(prefix.length())
        : null;
  }

  /// The header field `Allow`.
  String allow() {
    return String.join(", ", methods) + ", OPTIONS";
  }
}
