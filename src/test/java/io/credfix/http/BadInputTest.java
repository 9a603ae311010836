package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BadInputTest {
  @Property(tries = 300)
  void noBytesAreTooMuch(
      @ForAll byte[] body,
      @ForAll("contentTypes") String contentType,
      @ForAll("accepts") String accept) {
    String encoded = Base64.getEncoder().encodeToString(body);
    check(Call.diagnose(contentType, "").base64(encoded).accept(accept).send());
  }

  @Property(tries = 300)
  void noTextIsTooMuch(
      @ForAll("texts") String body,
      @ForAll("contentTypes") String contentType,
      @ForAll("accepts") String accept) {
    check(Call.diagnose(contentType, body).accept(accept).send());
  }

  @Property(tries = 300)
  void noJsonIsTooMuch(@ForAll("jsons") String body, @ForAll("accepts") String accept) {
    check(Call.json(body).accept(accept).send());
  }

  @Property(tries = 300)
  void noTargetIsTooMuch(
      @ForAll("texts") String path,
      @ForAll("texts") String query,
      @ForAll("texts") String field,
      @ForAll("methods") String method) {
    check(
        Call.of(method, path)
            .query(query)
            .accept(field)
            .header("content-type", field)
            .header("if-none-match", field)
            .header("origin", field)
            .send());
  }

  private static void check(APIGatewayV2HTTPResponse response) {
    assertTrue(response.getStatusCode() < 500, () -> response.getStatusCode() + "");
    byte[] utf8 = response.getBody().getBytes(StandardCharsets.UTF_8);
    assertEquals(response.getBody(), new String(utf8, StandardCharsets.UTF_8));
    response
        .getHeaders()
        .forEach((name, value) -> assertTrue(value.indexOf('\n') < 0 && value.indexOf('\r') < 0));
    String type = response.getHeaders().getOrDefault("content-type", "");
    if (type.contains("json") && !response.getBody().isEmpty()) {
      Json.object(response.getBody());
    }
  }

  @Provide
  static Arbitrary<String> contentTypes() {
    return Arbitraries.of(
        "application/json", "text/plain", "application/x-www-form-urlencoded", "x/y", ";;");
  }

  @Provide
  static Arbitrary<String> accepts() {
    return Arbitraries.of("*/*", "text/html", "application/json", "text/markdown", ",;q=");
  }

  @Provide
  static Arbitrary<String> methods() {
    return Arbitraries.of("GET", "HEAD", "POST", "OPTIONS", "DELETE", "");
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .withChars("%&=+{}[]\"'\\<>`/?;,*\u0000\u001b\u202e\ud800\udc00\ufeff")
        .ofMaxLength(200);
  }

  /// Pieces of JSON in any order, more often right than letters alone would be.
  @Provide
  static Arbitrary<String> jsons() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"error\":",
            "\"keyPrefix\":",
            "\"context\":",
            "\"answers\":",
            "\"os\":",
            "\"x\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "null",
            "true",
            "1e999",
            "-",
            "\"ASIA\"",
            "{\"error\":",
            "\"InvalidClientTokenId\"",
            "\ud800")
        .list()
        .ofMaxSize(15)
        .map(pieces -> String.join("", pieces));
  }
}
