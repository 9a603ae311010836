package io.credfix.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.diagnose.Rulebook;
import org.jspecify.annotations.Nullable;

/// What AWS Lambda calls, behind an HTTP API with payload format 2.0. The local server calls it as
/// well. What is expensive is built once, in the constructor.
public final class LambdaHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Api api;

  /// The built-in rules, the environment's configuration; logs to standard output, which Lambda
  /// keeps.
  public LambdaHandler() {
    this(new Api(Rulebook.builtIn(), Configuration.from(System.getenv()), System.out::println));
  }

  /// @param api answers requests
  public LambdaHandler(Api api) {
    this.api = api;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
    Request request =
        EventReader.read(
            event == null ? new APIGatewayV2HTTPEvent() : event, api.configuration().basePath());
    Response response = api.answer(request);
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withBody(response.body())
        .withIsBase64Encoded(false)
        .build();
  }
}
