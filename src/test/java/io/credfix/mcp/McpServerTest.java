package io.credfix.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McpServerTest {
  private static final McpServer SERVER = new McpServer(new Explainer(Rulebook.builtIn()));
  private static final String NEWEST = "2026-07-28";

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  private static String initialize(String version) {
    return request(
        "initialize",
        "{\"protocolVersion\":\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"
            .formatted(version));
  }

  /// Parameters of the stateless revision.
  private static String stateless(String version, String more) {
    return ("{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"%s\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}%s}")
        .formatted(version, more);
  }

  private static Envelope http(
      @Nullable String version, @Nullable String method, @Nullable String name) {
    return new Envelope(true, version, method, name, "");
  }

  private static Reply old(String json) {
    return SERVER.answer(json, http(null, null, null));
  }

  private static String streamed(String... lines) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    new StandardStreams(SERVER, new ByteArrayInputStream(in), out).serve();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void assertError(int code, int status, Reply reply) {
    assertTrue(reply.json().contains("\"error\":{\"code\":" + code + ","), reply.json());
    assertEquals(status, reply.status());
    assertEquals("json-rpc" + code, reply.word());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-26,2025-03-26",
    "2025-06-18,2025-06-18",
    "2025-11-25,2025-11-25",
    "2026-07-28,2025-11-25",
    "1999-01-01,2025-11-25"
  })
  void initializeAgreesOnAVersionThatHasIt(String asked, String agreed) {
    Reply reply = old(initialize(asked));
    assertTrue(reply.json().contains("\"protocolVersion\":\"" + agreed + "\""), reply.json());
    assertTrue(reply.json().contains("\"capabilities\":{\"tools\":{}}"), reply.json());
    assertEquals(200, reply.status());
  }

  @Test
  void aPingIsAnsweredWithNothing() {
    assertEquals("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}", old(request("ping", "{}")).json());
  }

  @Test
  void anIdentifierIsRepeatedAsItCame() {
    String big = "123456789012345678901234567890";
    assertTrue(
        old("{\"jsonrpc\":\"2.0\",\"id\":" + big + ",\"method\":\"ping\"}")
            .json()
            .contains("\"id\":" + big + ","));
    assertTrue(
        old("{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"method\":\"ping\"}")
            .json()
            .contains("\"id\":\"a\\\"b\","));
  }

  @Test
  void notificationsAndResponsesAreTakenInSilence() {
    for (String json :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}]")) {
      Reply reply = old(json);
      assertEquals(202, reply.status());
      assertEquals("", reply.json());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "{}",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
        "[]"
      })
  void whatIsNoMessageIsRefused(String json) {
    assertError(RpcException.INVALID_REQUEST, 400, old(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"jsonrpc\":\"2.0\"} x", "{\"id\":1,\"id\":2}", "{'a':1}"})
  void whatIsNoJsonIsRefused(String json) {
    assertError(RpcException.PARSE_ERROR, 400, old(json));
  }

  @Test
  void nestingHasALimit() {
    String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
    assertError(RpcException.PARSE_ERROR, 400, old(request("ping", deep)));
  }

  @Test
  void unknownMethodsAndToolsAreRefusedWithoutTheirNames() {
    Reply method = old(request("resources/pasted", "{}"));
    assertError(RpcException.METHOD_NOT_FOUND, 200, method);
    assertFalse(method.json().contains("pasted"));
    Reply tool = old(request("tools/call", "{\"name\":\"pasted\"}"));
    assertError(RpcException.INVALID_PARAMS, 200, tool);
    assertFalse(tool.json().contains("pasted"));
    assertError(
        RpcException.INVALID_PARAMS,
        200,
        old(request("tools/call", "{\"name\":\"get_cause\",\"arguments\":[]}")));
    assertError(RpcException.INVALID_PARAMS, 200, old(request("tools/list", "{\"cursor\":\"x\"}")));
  }

  @Test
  void batchesBelongToTheOldestRevision() {
    String batch = "[" + request("ping", "{}") + "," + request("nothing", "{}") + "]";
    Reply reply = old(batch);
    assertEquals(200, reply.status());
    assertTrue(reply.json().startsWith("[{") && reply.json().contains("},{"), reply.json());
    assertEquals("json-rpc-32601", reply.word());
    Reply broken = old("[" + request("ping", "{}") + ",null]");
    assertEquals(400, broken.status());
    assertTrue(broken.json().contains("\"result\":{}"), broken.json());
    for (String version : List.of("2025-06-18", "2025-11-25", NEWEST)) {
      assertError(
          RpcException.INVALID_REQUEST, 400, SERVER.answer(batch, http(version, null, null)));
    }
    String many = "[" + (request("ping", "{}") + ",").repeat(16) + request("ping", "{}") + "]";
    assertError(RpcException.INVALID_REQUEST, 400, old(many));
  }

  @Test
  void theStatelessRevisionSaysWhoAnswersAndHowLongItHolds() {
    Reply found =
        SERVER.answer(
            request("server/discover", stateless(NEWEST, "")),
            http(NEWEST, "server/discover", null));
    assertEquals(200, found.status());
    assertTrue(found.json().contains("\"supportedVersions\":[\"" + NEWEST + "\""), found.json());
    assertTrue(found.json().contains("\"resultType\":\"complete\""));
    assertTrue(found.json().contains("\"_meta\":{\"io.modelcontextprotocol/serverInfo\":{"));
    Reply list =
        SERVER.answer(
            request("tools/list", stateless(NEWEST, "")), http(NEWEST, "tools/list", null));
    assertTrue(list.json().contains("\"ttlMs\":3600000,\"cacheScope\":\"public\""));
    assertError(
        RpcException.METHOD_NOT_FOUND,
        404,
        SERVER.answer(request("ping", stateless(NEWEST, "")), http(NEWEST, "ping", null)));
  }

  @Test
  void headerFieldsMustRepeatTheMessage() {
    String call =
        request(
            "tools/call",
            stateless(NEWEST, ",\"name\":\"list_causes\",\"arguments\":{\"words\":\"clock\"}"));
    String method = "tools/call";
    assertEquals(200, SERVER.answer(call, http(NEWEST, method, "list_causes")).status());
    assertEquals(
        200, SERVER.answer(call, http(NEWEST, method, "=?base64?bGlzdF9jYXVzZXM=?=")).status());
    for (Envelope wrong :
        List.of(
            http(null, method, "list_causes"),
            http("2025-11-25", method, "list_causes"),
            http(NEWEST, null, "list_causes"),
            http(NEWEST, "tools/list", "list_causes"),
            http(NEWEST, method, null),
            http(NEWEST, method, "get_cause"),
            http(NEWEST, method, "=?base64?!?="))) {
      assertError(RpcException.HEADER_MISMATCH, 400, SERVER.answer(call, wrong));
    }
    assertEquals(200, SERVER.answer(call, Envelope.STREAM).status(), "a stream has no fields");
  }

  @Test
  void aStatelessRequestMustSayItsVersionAndCapabilities() {
    assertError(
        RpcException.INVALID_PARAMS,
        400,
        SERVER.answer(request("tools/list", "{}"), http(NEWEST, "tools/list", null)));
    assertError(
        RpcException.INVALID_PARAMS,
        400,
        SERVER.answer(
            request(
                "tools/list",
                "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"" + NEWEST + "\"}}"),
            http(NEWEST, "tools/list", null)));
  }

  @Test
  void unknownVersionsAreToldTheKnownOnes() {
    for (Reply reply :
        List.of(
            SERVER.answer(request("ping", "{}"), http("1999-01-01", null, null)),
            SERVER.answer(
                request("tools/list", stateless("1999-01-01", "")),
                http("1999-01-01", "tools/list", null)))) {
      assertError(RpcException.UNSUPPORTED_VERSION, 400, reply);
      assertTrue(
          reply.json().contains("\"supported\":[\"2026-07-28\",\"2025-11-25\","), reply.json());
      assertFalse(reply.json().contains("1999"));
    }
  }

  @Test
  void aStreamCarriesAMessageALineAndNothingElse() throws IOException {
    String answers =
        streamed(
            initialize("2025-06-18"),
            "",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            request("tools/list", "{}"),
            "[" + request("ping", "{}") + "]",
            "nonsense",
            request("ping", "{}"));
    List<String> lines = answers.lines().toList();
    assertEquals(5, lines.size(), answers);
    assertTrue(lines.get(1).contains("\"list_causes\""));
    assertTrue(lines.get(2).contains("-32600"), "this version has no batches");
    assertTrue(lines.get(3).contains("-32700"));
    assertTrue(lines.get(4).endsWith("\"result\":{}}"));
  }

  @Test
  void aStreamTakesBatchesWhereTheVersionHasThem() throws IOException {
    List<String> lines =
        streamed(initialize("2025-03-26"), "[" + request("ping", "{}") + "]").lines().toList();
    assertTrue(lines.get(1).startsWith("[{"), lines.get(1));
  }

  @Test
  void aLineThatIsTooLongCostsNothingButItself() throws IOException {
    List<String> lines =
        streamed(request("ping", "{\"x\":\"" + "y".repeat(300_000) + "\"}"), request("ping", "{}"))
            .lines()
            .toList();
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().contains("262,144"), lines.getFirst());
    assertTrue(lines.getLast().endsWith("\"result\":{}}"));
  }

  @Test
  void aLineThatIsNotUtf8IsRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] in = {'"', (byte) 0xff, '"', '\n'};
    new StandardStreams(SERVER, new ByteArrayInputStream(in), out).serve();
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("The message is not UTF-8."));
  }
}
