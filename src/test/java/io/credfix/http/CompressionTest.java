package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
  private static String unpacked(byte[] gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Call get(String path) {
    return Call.get(path).header("accept-encoding", "gzip, deflate, br");
  }

  @Test
  void scriptsAndStylesAreSentSmall() throws IOException {
    for (String path : List.of("/app.css", "/app.js", "/widget.js")) {
      String plain = Call.get(path).send().getBody();
      APIGatewayV2HTTPResponse response = get(path).send();
      assertTrue(response.getIsBase64Encoded());
      assertEquals("gzip", Call.field(response, "content-encoding"));
      assertTrue(Call.field(response, "vary").contains("Accept-Encoding"));
      byte[] bytes = Base64.getDecoder().decode(response.getBody());
      assertTrue(bytes.length * 2 < plain.length(), path + " " + bytes.length);
      assertEquals(plain, unpacked(bytes));
    }
  }

  @Test
  void theTagOfEitherFormSavesTheOther() {
    String tag = Call.field(Call.get("/app.css").send(), "etag");
    String weak = Call.field(get("/app.css").send(), "etag");
    assertEquals("W/" + tag, weak);
    for (String known : List.of(tag, weak)) {
      assertEquals(304, get("/app.css").header("if-none-match", known).send().getStatusCode());
      assertEquals(304, Call.get("/app.css").header("if-none-match", known).send().getStatusCode());
    }
  }

  @Test
  void answersForProgramsAndPeopleStayText() {
    for (String path : List.of("/", "/causes.json", "/openapi.json", "/health")) {
      APIGatewayV2HTTPResponse response = get(path).send();
      assertFalse(response.getIsBase64Encoded(), path);
      assertNull(response.getHeaders().get("content-encoding"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|true",
        "br, GZIP;q=0.5|true",
        "gzip;q=0|false",
        "gzip; q=0.00|false",
        "br|false"
      })
  void onlyWhoTakesGzipGetsIt(String field, boolean expected) {
    assertEquals(expected, Compression.isAccepted(field));
  }

  @Test
  void theLocalServerSendsBytes() throws Exception {
    try (LocalServer server = LocalServer.start(Call.handler(Map.of()), "127.0.0.1", 0);
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = server.address().resolve("/app.css");
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(address).header("accept-encoding", "gzip").build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(Call.get("/app.css").send().getBody(), unpacked(response.body()));
    }
  }
}
