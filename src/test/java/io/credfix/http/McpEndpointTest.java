package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.SuiteRecord;
import io.credfix.TestRulebook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class McpEndpointTest {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final String DIAGNOSE =
      """
      {"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"diagnose","arguments":{
       "error":"ExpiredToken aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}}}""";

  private static Call mcp(String body) {
    return Call.of("POST", "/mcp")
        .header("content-type", "application/json")
        .accept("application/json, text/event-stream")
        .body(body);
  }

  private static LambdaHandler onThisMachine(Map<String, String> environment) {
    return new LambdaHandler(
        new Api(
            TestRulebook.get(), Configuration.from(environment).onThisMachine(), SuiteRecord::log));
  }

  @Test
  void answersAMessageAsOneJsonObject() {
    APIGatewayV2HTTPResponse response = mcp(PING).send();
    assertEquals(200, response.getStatusCode());
    assertEquals("application/json", Call.field(response, "content-type"));
    assertEquals("no-store", Call.field(response, "cache-control"));
    assertEquals("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", response.getBody());
    assertNull(response.getHeaders().get("mcp-session-id"));
  }

  @Test
  void takesANotificationWithoutAWord() {
    APIGatewayV2HTTPResponse response =
        mcp("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").send();
    assertEquals(202, response.getStatusCode());
    assertEquals("", response.getBody());
    assertNull(response.getHeaders().get("content-type"));
  }

  @Test
  void opensNoStreamsAndEndsNoSessions() {
    for (String method : List.of("GET", "DELETE", "PUT", "HEAD")) {
      APIGatewayV2HTTPResponse response =
          Call.of(method, "/mcp").accept("text/event-stream").send();
      assertEquals(405, response.getStatusCode(), method);
      assertEquals("POST, OPTIONS", Call.field(response, "allow"));
    }
  }

  @Test
  void theFieldsOfARequestMustFit() {
    assertEquals(406, mcp(PING).accept("text/html").send().getStatusCode());
    assertEquals(200, mcp(PING).accept("*/*").send().getStatusCode());
    assertEquals(415, mcp(PING).header("content-type", "text/plain").send().getStatusCode());
    assertEquals(
        400, mcp(PING).header("mcp-protocol-version", "1999-01-01").send().getStatusCode());
    for (String version : List.of("2025-03-26", "2025-06-18", "2025-11-25")) {
      assertEquals(
          200, mcp(PING).header("MCP-Protocol-Version", version).send().getStatusCode(), version);
    }
  }

  @Test
  void aBodyThatIsNoTextIsAParseError() {
    APIGatewayV2HTTPResponse response =
        mcp("").base64(Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff})).send();
    assertEquals(400, response.getStatusCode());
    assertTrue(response.getBody().contains("-32700"), response.getBody());
    String large = " ".repeat(Body.MAX_BYTES) + PING;
    assertEquals(413, mcp(large).send().getStatusCode());
    byte[] utf8 = PING.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        200, mcp("").base64(Base64.getEncoder().encodeToString(utf8)).send().getStatusCode());
  }

  @Test
  void aNameThatWasPointedAtThisMachineGetsNothing() {
    LambdaHandler local = onThisMachine(Map.of());
    for (String origin :
        List.of(
            "http://evil.example",
            "http://evil.example:8080",
            "http://localhost.evil.example",
            "http://127.0.0.1:80.evil.example",
            "null")) {
      assertEquals(403, mcp(PING).header("origin", origin).send(local).getStatusCode(), origin);
    }
    for (String origin :
        List.of("http://localhost:6274", "http://127.0.0.1", "http://[::1]:3000")) {
      assertEquals(200, mcp(PING).header("origin", origin).send(local).getStatusCode(), origin);
    }
    assertEquals(200, mcp(PING).send(local).getStatusCode(), "programs send no origin");
  }

  @Test
  void theOperatorSaysWhosePagesMayCall() {
    Map<String, String> environment = Map.of("CREDFIX_ALLOWED_ORIGINS", "https://docs.example.com");
    for (LambdaHandler handler : List.of(Call.handler(environment), onThisMachine(environment))) {
      assertEquals(
          200,
          mcp(PING).header("origin", "https://docs.example.com").send(handler).getStatusCode());
      assertEquals(
          403, mcp(PING).header("origin", "https://evil.example").send(handler).getStatusCode());
    }
    // In AWS the stack's default is everyone: the API knows no callers and keeps nothing.
    assertEquals(200, mcp(PING).header("origin", "https://evil.example").send().getStatusCode());
  }

  @Test
  void aBrowserMayAskForTheFieldsOfTheProtocol() {
    APIGatewayV2HTTPResponse response = Call.of("OPTIONS", "/mcp").send();
    assertEquals(204, response.getStatusCode());
    assertTrue(
        Call.field(response, "access-control-allow-headers").contains("mcp-protocol-version"));
  }

  @Test
  void theLogAndTheMetricsKnowADiagnosisAndNothingOfItsText() {
    List<String> lines = new ArrayList<>();
    var handler =
        new LambdaHandler(
            io.credfix.Rules.with(null), Map.of("CREDFIX_METRICS", "detailed"), lines::add);
    mcp(DIAGNOSE).send(handler);
    mcp("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"wJalrXUtnFEMI\"}").send(handler);
    mcp(DIAGNOSE.replace("\"error\"", "\"wrong\"")).send(handler);
    assertTrue(lines.get(0).contains("\"route\":\"mcp\""), lines.get(0));
    assertTrue(lines.get(0).contains("\"outcome\":\"recognized\""), lines.get(0));
    assertTrue(lines.get(0).contains("\"cause\":\"credentials-expired\""), lines.get(0));
    assertTrue(lines.get(0).contains("\"Diagnoses\":1"), lines.get(0));
    assertTrue(lines.get(1).contains("\"outcome\":\"json-rpc-32601\""), lines.get(1));
    assertTrue(lines.get(2).contains("\"outcome\":\"tool-error\""), lines.get(2));
    assertFalse(lines.toString().contains("wJalrXUtnFEMI"));
  }
}
