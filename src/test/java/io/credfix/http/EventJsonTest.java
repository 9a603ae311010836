package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("events"))) {
      return files.sorted().toList();
    }
  }

  /// Lambda's own reader of the events' types says what every member is.
  @ParameterizedTest
  @MethodSource("events")
  void readsWhatTheRuntimesOwnReaderReads(Path file) throws IOException {
    byte[] json = Files.readAllBytes(file);
    APIGatewayV2HTTPEvent expected =
        LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPEvent.class, EventJsonTest.class.getClassLoader())
            .fromJson(new ByteArrayInputStream(json));
    APIGatewayV2HTTPEvent event = EventJson.read(new String(json, StandardCharsets.UTF_8));
    assertEquals(expected.getRouteKey(), event.getRouteKey());
    assertEquals(expected.getRawPath(), event.getRawPath());
    assertEquals(expected.getRawQueryString(), event.getRawQueryString());
    assertEquals(expected.getHeaders(), event.getHeaders());
    assertEquals(expected.getBody(), event.getBody());
    assertEquals(expected.getIsBase64Encoded(), event.getIsBase64Encoded());
    assertEquals(expected.getRequestContext().getStage(), event.getRequestContext().getStage());
    assertEquals(
        expected.getRequestContext().getHttp().getMethod(),
        event.getRequestContext().getHttp().getMethod());
    assertEquals(
        expected.getRequestContext().getHttp().getPath(),
        event.getRequestContext().getHttp().getPath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "[{\"rawPath\":\"/a\"}]", "\"text\"", "7", "{}"})
  void whatIsNoObjectHasNoMembers(String text) throws IOException {
    APIGatewayV2HTTPEvent event = EventJson.read(text);
    assertNull(event.getRawPath());
    assertNull(event.getRequestContext());
  }

  @Test
  void membersOfAnotherTypeCountAsMissing() throws IOException {
    APIGatewayV2HTTPEvent event =
        EventJson.read(
            "{\"rawPath\":{\"a\":[1,{}]},\"body\":null,\"headers\":[{\"a\":\"b\"}],"
                + "\"requestContext\":{\"http\":[],\"stage\":[[]],\"more\":{\"http\":{}}},"
                + "\"more\":[{\"rawPath\":\"/no\"}],\"isBase64Encoded\":\"yes\",\"routeKey\":\"k\"}");
    assertNull(event.getRawPath());
    assertNull(event.getBody());
    assertNull(event.getHeaders());
    assertNull(event.getRequestContext().getHttp());
    assertNull(event.getRequestContext().getStage());
    assertFalse(event.getIsBase64Encoded());
    assertEquals("k", event.getRouteKey());
  }

  @Test
  void headersKeepTextsNumbersAndTruthValues() throws IOException {
    assertEquals(
        Map.of("a", "x", "b", "7", "c", "true"),
        EventJson.read("{\"headers\":{\"a\":\"x\",\"b\":7,\"c\":true,\"d\":null,\"e\":[\"y\"]}}")
            .getHeaders());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "secret", "{\"rawPath\":", "{\"body\":\"secret", "{\"headers\":{\"a\"}"})
  void whatIsNoJsonFailsWithoutAWordOfIt(String text) {
    var failure = assertThrows(IOException.class, () -> EventJson.read(text));
    assertEquals("The event is no JSON.", failure.getMessage());
    assertNull(failure.getCause());
  }

  @Test
  void writesWhatTheRuntimesOwnWriterWrites() throws IOException {
    var response =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(200)
            .withHeaders(Map.of("content-type", "text/plain"))
            .withBody("a \"quoted\" line\n\u0001 \u2026 \ud83d\ude00 </script>")
            .withIsBase64Encoded(true)
            .build();
    String text = EventJson.write(response);
    APIGatewayV2HTTPResponse read =
        LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPResponse.class, EventJsonTest.class.getClassLoader())
            .fromJson(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(response, read);
  }

  @Test
  void theStreamsCarryAnEventAndItsAnswer() throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] event = Files.readAllBytes(Path.of("events", "health.json"));
    Call.handler(Map.of()).handleRequest(new ByteArrayInputStream(event), out, null);
    assertTrue(
        out.toString(StandardCharsets.UTF_8).startsWith("{\"statusCode\":200,\"headers\":{"));
  }
}
