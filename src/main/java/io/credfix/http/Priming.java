package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.Explainer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Resource;

/// Runs every way through the house once before Lambda SnapStart takes its snapshot, so that a
/// restored function has all classes loaded. Nothing of a run stays: requests are immutable, times
/// and incident numbers are taken when a request is answered, and no call leaves the process.
final class Priming implements Resource {
  private static final String ERROR =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid.";
  private static final List<String> TYPES =
      List.of("text/html", "text/markdown", "application/json");

  /// Snapshots are taken at deployments, where nobody waits for an answer; Lambda allows ten
  /// seconds.
  private static final Duration WARMING = Duration.ofSeconds(3);

  private static final int ROUNDS = 200;

  private final Explainer explainer;
  private final Configuration configuration;
  private final Consumer<String> log;

  /// @param log told once that it is done
  Priming(Explainer explainer, Configuration configuration, Consumer<String> log) {
    this.explainer = explainer;
    this.configuration = configuration;
    this.log = log;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    long start = System.nanoTime();
    // An own API over the same explainer: its requests are in no log and no metric, and the first
    // one after the restore still counts as a cold start.
    var handler = new LambdaHandler(new Api(explainer, configuration, line -> {}));
    explainer.prepare();
    int requests = 0;
    for (APIGatewayV2HTTPEvent event : events()) {
      APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
      if (response.getStatusCode() != 200) {
        // A snapshot of a function that cannot answer must not go live: the deployment fails.
        throw new IllegalStateException("priming: status " + response.getStatusCode());
      }
      requests++;
    }
    warm(handler, start + WARMING.toNanos());
    log.accept(StartLog.primed(requests, (System.nanoTime() - start) / 1_000_000));
  }

  /// Answers again and again, so that the snapshot holds compiled code.
  private void warm(LambdaHandler handler, long until) {
    List<APIGatewayV2HTTPEvent> events = events();
    for (int round = 0; round < ROUNDS && System.nanoTime() - until < 0; round++) {
      for (APIGatewayV2HTTPEvent event : events) {
        handler.handleRequest(event, null);
      }
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was kept that could be stale.
  }

  private List<APIGatewayV2HTTPEvent> events() {
    String cause = explainer.rulebook().causes().getFirst().id();
    return List.of(
        event("POST", "/v1/diagnose", TYPES.get(0), "text/plain", ERROR),
        event("POST", "/v1/diagnose", TYPES.get(1), "application/json", json()),
        event("POST", "/v1/diagnose", TYPES.get(2), "application/json", json()),
        event("POST", "/mcp", TYPES.get(2), "application/json", call()),
        event("GET", "/", TYPES.get(0), "", ""),
        event("GET", "/causes", TYPES.get(0), "", ""),
        event("GET", "/causes", TYPES.get(2), "", ""),
        event("GET", "/causes/" + cause, TYPES.get(0), "", ""),
        event("GET", "/causes/" + cause, TYPES.get(1), "", ""),
        event("GET", "/health", TYPES.get(2), "", ""));
  }

  private static String json() {
    return "{\"error\":\"" + ERROR + "\",\"keyPrefix\":\"ASIA\"}";
  }

  private static String call() {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
        + "{\"name\":\"diagnose\",\"arguments\":"
        + json()
        + "}}";
  }

  private static APIGatewayV2HTTPEvent event(
      String method, String path, String accept, String contentType, String body) {
    var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
    http.setMethod(method);
    http.setPath(path);
    var context = new APIGatewayV2HTTPEvent.RequestContext();
    context.setHttp(http);
    context.setStage("$default");
    var event = new APIGatewayV2HTTPEvent();
    event.setRawPath(path);
    event.setRawQueryString("");
    event.setRequestContext(context);
    event.setHeaders(Map.of("accept", accept, "content-type", contentType));
    event.setBody(body);
    return event;
  }
}
