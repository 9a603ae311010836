package io.credfix.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.Explainer;
import io.credfix.Rules;
import io.credfix.diagnose.source.RuleProblem;
import io.credfix.sts.MessageDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.crac.Core;
import org.jspecify.annotations.Nullable;

/// What AWS Lambda calls, behind an HTTP API with payload format 2.0. The local server calls it as
/// well. What is expensive is built once, in the constructor.
public final class LambdaHandler implements RequestStreamHandler {
  private final Api api;
  private final @Nullable Priming priming;

  /// The environment's rules and configuration; logs to standard output, which Lambda keeps.
  public LambdaHandler() {
    this(Rules.ofEnvironment(), System.getenv(), System.out::println);
  }

  /// @param api answers requests
  public LambdaHandler(Api api) {
    this.api = api;
    priming = null;
  }

  /// @param rules with what could not be read of the organisation's folder, which is logged
  /// @param environment the operator's decisions and Lambda's own variables
  /// @param log takes one line a request, without line end
  LambdaHandler(Rules rules, Map<String, String> environment, Consumer<String> log) {
    for (RuleProblem problem : rules.problems()) {
      log.accept(StartLog.problem(problem));
    }
    var configuration = Configuration.from(environment);
    var explainer = new Explainer(rules.rulebook(), MessageDecoder.of(environment));
    api = new Api(explainer, configuration, Metrics.from(environment), log);
    priming = new Priming(explainer, configuration, log);
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      // The context may hold resources weakly: the field keeps this one.
      Core.getGlobalContext().register(priming);
    }
  }

  /// What runs before a snapshot is taken; null where another process decides that.
  @Nullable Priming priming() {
    return priming;
  }

  /// What the runtime calls: of the two overloads it takes the one with more parameters.
  @Override
  public void handleRequest(InputStream in, OutputStream out, @Nullable Context context)
      throws IOException {
    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    String answer = EventJson.write(handleRequest(EventJson.read(event), context));
    out.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  /// The same for an event that is an object already.
  public APIGatewayV2HTTPResponse handleRequest(
      @Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
    Request request =
        EventReader.read(
            event == null ? new APIGatewayV2HTTPEvent() : event, api.configuration().basePath());
    Response response = api.answer(request);
    boolean compressed = response.headers().containsKey("content-encoding");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withBody(compressed ? Compression.base64(response.body()) : response.body())
        .withIsBase64Encoded(compressed)
        .build();
  }
}
