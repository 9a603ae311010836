package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Turns a request on the wire into the event that API Gateway would send: payload format 2.0,
/// stage `$default`.
final class GatewayEvents {
  private GatewayEvents() {}

  static APIGatewayV2HTTPEvent of(RequestHead head, byte[] body) {
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey("$default")
            .withRawPath(head.path())
            .withRawQueryString(head.query())
            .withHeaders(head.fields())
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withStage("$default")
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod(head.method())
                            .withPath(head.path())
                            .withProtocol("HTTP/1.1")
                            .build())
                    .build());
    if (body.length > 0) {
      Optional<String> text = isText(head) ? text(body) : Optional.empty();
      event
          .withIsBase64Encoded(text.isEmpty())
          .withBody(text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    }
    return event.build();
  }

  private static Optional<String> text(byte[] body) {
    // A byte order mark must survive, so the text must have as many bytes as came.
    return Utf8.decode(body)
        .filter(text -> text.getBytes(StandardCharsets.UTF_8).length == body.length);
  }

  /// API Gateway passes these on as text and everything else, forms too, in Base64.
  private static boolean isText(RequestHead head) {
    String type = head.fields().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || type.startsWith("application/json");
  }
}
