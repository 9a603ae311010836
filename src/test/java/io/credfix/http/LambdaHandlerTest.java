package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.TestRulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaHandlerTest {
  private static final String JSON = "{\"error\":\"" + TestRulebook.SEED + "\"}";

  @Test
  void headerNamesHaveNoCase() {
    APIGatewayV2HTTPResponse response =
        Call.of("POST", "/v1/diagnose")
            .header("CONTENT-Type", "application/json")
            .header("ACCEPT", "application/json")
            .body(JSON)
            .send();
    assertEquals(200, response.getStatusCode());
    assertEquals("application/json", response.getHeaders().get("content-type"));
  }

  @Test
  void joinedHeadersAreOneList() {
    APIGatewayV2HTTPResponse response = Call.json(JSON).accept("image/png,text/html").send();
    assertEquals("text/html; charset=utf-8", response.getHeaders().get("content-type"));
  }

  @Test
  void namedStagesAreNoPartOfThePath() {
    APIGatewayV2HTTPResponse response = Call.get("/prod/causes.json").stage("prod").send();
    assertEquals(200, response.getStatusCode());
    assertTrue(response.getBody().contains("\"/prod/causes/session-token-missing\""));
    assertEquals(200, Call.get("/prod").stage("prod").send().getStatusCode());
    assertEquals(200, Call.get("/prod/").stage("prod").send().getStatusCode());
    assertEquals(200, Call.get("/health").stage("prod").send().getStatusCode());
    assertEquals(404, Call.get("/production/health").stage("prod").send().getStatusCode());
    assertTrue(
        Call.get("/prod/nothing")
            .stage("prod")
            .send()
            .getBody()
            .contains("\"/prod/problems/not-found\""));
    String page = Call.get("/prod/").stage("prod").send().getBody();
    assertTrue(page.contains("action=\"/prod/v1/diagnose\""), page);
    assertTrue(page.contains("href=\"/prod/app.css\""));
  }

  @Test
  void theMappingOfACustomDomainIsNoPartOfThePath() {
    LambdaHandler handler = Call.handler(Map.of("CREDFIX_BASE_PATH", "/credfix/"));
    assertEquals(200, Call.get("/credfix/health").send(handler).getStatusCode());
    assertEquals(200, Call.get("/health").send(handler).getStatusCode());
  }

  @Test
  void anEmptyEventIsTheForm() {
    APIGatewayV2HTTPResponse response =
        Call.handler(Map.of()).handleRequest(new APIGatewayV2HTTPEvent(), null);
    assertEquals(200, response.getStatusCode());
    assertEquals(200, Call.handler(Map.of()).handleRequest(null, null).getStatusCode());
  }

  @Test
  void theRouteKeyNamesTheMethodWhenNothingElseDoes() {
    var event = new APIGatewayV2HTTPEvent();
    event.setRouteKey("POST /v1/diagnose");
    event.setRawPath("/v1/diagnose");
    event.setBody("x");
    assertEquals(415, Call.handler(Map.of()).handleRequest(event, null).getStatusCode());
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "text/plain");
    headers.put("accept", null);
    event.setHeaders(headers);
    assertEquals(200, Call.handler(Map.of()).handleRequest(event, null).getStatusCode());
  }

  @Test
  void otherMethodsAreRefusedWithAllow() {
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "TRACE", "FOO")) {
      APIGatewayV2HTTPResponse response = Call.of(method, "/v1/diagnose").send();
      assertEquals(405, response.getStatusCode(), method);
      assertEquals("POST, OPTIONS", response.getHeaders().get("allow"));
    }
    APIGatewayV2HTTPResponse response = Call.of("POST", "/causes").send();
    assertEquals(405, response.getStatusCode());
    assertEquals("GET, HEAD, OPTIONS", response.getHeaders().get("allow"));
  }

  @Test
  void optionsAnswerPreflights() {
    APIGatewayV2HTTPResponse response =
        Call.of("OPTIONS", "/v1/diagnose").header("origin", "https://docs.example.com").send();
    assertEquals(204, response.getStatusCode());
    assertEquals("", response.getBody());
    assertEquals("POST, OPTIONS", response.getHeaders().get("allow"));
    assertEquals("*", response.getHeaders().get("access-control-allow-origin"));
    assertEquals(
        "accept, content-type, mcp-protocol-version, mcp-method, mcp-name",
        response.getHeaders().get("access-control-allow-headers"));
    assertEquals(404, Call.of("OPTIONS", "/nothing").send().getStatusCode());
  }

  @Test
  void onlyConfiguredOriginsMayRead() {
    LambdaHandler handler =
        Call.handler(Map.of("CREDFIX_ALLOWED_ORIGINS", "https://a.example, https://b.example"));
    Map<String, String> friend =
        Call.get("/causes").header("origin", "https://b.example").send(handler).getHeaders();
    assertEquals("https://b.example", friend.get("access-control-allow-origin"));
    assertEquals("Accept, Origin", friend.get("vary"));
    assertNull(
        Call.get("/causes")
            .header("origin", "https://evil.example")
            .send(handler)
            .getHeaders()
            .get("access-control-allow-origin"));
  }

  @Test
  void aFaultInsideIsToldByNumberOnly() {
    List<String> log = new ArrayList<>();
    var route =
        Route.get(
            "broken",
            "/broken",
            (request, any) -> {
              throw new IllegalStateException("secret words");
            });
    var deep = Route.get("deep", "/deep", (request, any) -> endless(request));
    var handler =
        new LambdaHandler(
            new Api(List.of(route, deep), TestRulebook.get(), Configuration.DEFAULT, log::add));
    for (String path : List.of("/broken", "/deep")) {
      APIGatewayV2HTTPResponse response = Call.get(path).send(handler);
      assertEquals(500, response.getStatusCode());
      assertEquals("application/problem+json", response.getHeaders().get("content-type"));
      assertTrue(response.getBody().contains("urn:uuid:"), response.getBody());
      assertFalse(response.getBody().contains("secret words"));
    }
    assertTrue(log.getFirst().contains("\"exception\":\"java.lang.IllegalStateException\""));
    assertFalse(log.toString().contains("secret words"));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Response endless(Request request) {
    return endless(request).with("x", "y");
  }
}
