package io.credfix.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lets scripts of other origins read answers (CORS). In AWS the HTTP API does this itself and
/// overrides these fields; here it is for the local server and for function URLs. There are no
/// cookies and no credentials, so none are allowed.
final class CrossOrigin {
  private final List<String> allowed;

  CrossOrigin(Configuration configuration) {
    allowed = configuration.allowedOrigins();
  }

  Response allow(Response response, Request request) {
    if (allowed.contains("*")) {
      return response.with("access-control-allow-origin", "*");
    }
    @Nullable String origin = request.headers().get("origin");
    Response varied = response.alsoVaryingBy("Origin");
    return origin != null && allowed.contains(origin)
        ? varied.with("access-control-allow-origin", origin)
        : varied;
  }

  /// What a preflight asks for.
  static Response preflight(Response response, String methods) {
    return response.with(
        Map.of(
            "access-control-allow-methods",
            methods,
            "access-control-allow-headers",
            "accept, content-type, mcp-protocol-version, mcp-method, mcp-name",
            "access-control-max-age",
            "600"));
  }
}
