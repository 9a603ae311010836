package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads API Gateway's event. Any part of it may be missing: test events and other callers leave
/// out what they do not need.
final class EventReader {
  private static final String DEFAULT_STAGE = "$default";

  private EventReader() {}

  /// The request.
  ///
  /// @param basePath the API mapping of a custom domain, such as `/credfix`; empty for none
  static Request read(APIGatewayV2HTTPEvent event, String basePath) {
    APIGatewayV2HTTPEvent.@Nullable RequestContext context = event.getRequestContext();
    APIGatewayV2HTTPEvent.RequestContext.@Nullable Http http =
        context == null ? null : context.getHttp();
    @Nullable String path = event.getRawPath();
    if (path == null && http != null) {
      path = http.getPath();
    }
    path = path == null || !path.startsWith("/") ? "/" + (path == null ? "" : path) : path;
    @Nullable String stage = context == null ? null : context.getStage();
    String base = mount(path, stage, basePath);
    String rest = path.substring(base.length());
    @Nullable String query = event.getRawQueryString();
    return new Request(
        method(http, event.getRouteKey()),
        rest.isEmpty() ? "/" : rest,
        base,
        query == null ? "" : query,
        Headers.of(event.getHeaders()),
        new Body(event.getBody(), event.getIsBase64Encoded()));
  }

  /// Where the service is mounted: a named stage and the mapping of a custom domain stand in front
  /// of the path.
  private static String mount(String path, @Nullable String stage, String basePath) {
    if (!basePath.isEmpty() && isUnder(path, basePath)) {
      return basePath;
    }
    return stage != null
            && !stage.isEmpty()
            && !stage.equals(DEFAULT_STAGE)
            && isUnder(path, "/" + stage)
        ? "/" + stage
        : "";
  }

  private static boolean isUnder(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static String method(
      APIGatewayV2HTTPEvent.RequestContext.@Nullable Http http, @Nullable String routeKey) {
    @Nullable String method = http == null ? null : http.getMethod();
    if (method == null && routeKey != null && routeKey.indexOf(' ') > 0) {
      method = routeKey.substring(0, routeKey.indexOf(' '));
    }
    return method == null ? "GET" : method.toUpperCase(Locale.ROOT);
  }
}
