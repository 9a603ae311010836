package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.SuiteRecord;
import io.credfix.TestRulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A call through the Lambda handler, as API Gateway would make it.
final class Call {
  static final List<String> LOG = new ArrayList<>();
  private static final LambdaHandler HANDLER = handler(Map.of());

  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();
  private String query = "";
  private String body = "";
  private boolean base64;
  private String stage = "$default";

  private Call(String method, String target) {
    this.method = method;
    int question = target.indexOf('?');
    path = question < 0 ? target : target.substring(0, question);
    query = question < 0 ? "" : target.substring(question + 1);
  }

  static LambdaHandler handler(Map<String, String> environment) {
    return new LambdaHandler(
        new Api(TestRulebook.get(), Configuration.from(environment), Call::keep));
  }

  private static void keep(String line) {
    SuiteRecord.log(line);
    synchronized (LOG) {
      LOG.add(line);
    }
  }

  static Call of(String method, String target) {
    return new Call(method, target);
  }

  static Call get(String target) {
    return of("GET", target);
  }

  static Call diagnose(String contentType, String body) {
    return of("POST", "/v1/diagnose").header("content-type", contentType).body(body);
  }

  static Call json(String body) {
    return diagnose("application/json", body);
  }

  Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Call accept(String value) {
    return header("accept", value);
  }

  Call query(String text) {
    query = text;
    return this;
  }

  Call body(String text) {
    body = text;
    return this;
  }

  Call base64(String text) {
    base64 = true;
    return body(text);
  }

  Call stage(String name) {
    stage = name;
    return this;
  }

  APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(path)
        .withRawQueryString(query)
        .withHeaders(headers)
        .withBody(body.isEmpty() ? null : body)
        .withIsBase64Encoded(base64)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withStage(stage)
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .build())
                .build())
        .build();
  }

  /// A header field that must be there.
  static String field(APIGatewayV2HTTPResponse response, String name) {
    return Objects.requireNonNull(response.getHeaders().get(name), name);
  }

  APIGatewayV2HTTPResponse send() {
    return send(HANDLER);
  }

  APIGatewayV2HTTPResponse send(LambdaHandler handler) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(event(), null);
    SuiteRecord.log(response.getHeaders() + "\n" + response.getBody());
    return response;
  }
}
