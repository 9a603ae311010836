package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueEndpointTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/causes                            | */*              | application/json",
        "/causes                            | text/html        | text/html; charset=utf-8",
        "/causes                            | text/markdown    | text/markdown; charset=utf-8",
        "/causes/                           | application/json | application/json",
        "/causes.html                       | application/json | text/html; charset=utf-8",
        "/causes.md                         | image/png        | text/markdown; charset=utf-8",
        "/causes.json                       | text/html        | application/json",
        "/causes/session-token-missing      | */*              | text/markdown; charset=utf-8",
        "/causes/session-token-missing      | application/json | application/json",
        "/causes/session-token-missing      | text/html        | text/html; charset=utf-8",
        "/causes/session-token-missing.html | */*              | text/html; charset=utf-8",
        "/causes/session-token-missing.md   | text/html        | text/markdown; charset=utf-8",
        "/causes/session-token-missing.json | image/png        | application/json",
      })
  void comesInThreeFormats(String path, String accept, String contentType) {
    APIGatewayV2HTTPResponse response = Call.get(path).accept(accept).send();
    assertEquals(200, response.getStatusCode());
    assertEquals(contentType, response.getHeaders().get("content-type"));
    assertEquals("public, max-age=300", response.getHeaders().get("cache-control"));
    assertTrue(response.getBody().contains("session-token-missing"));
  }

  @Test
  void theListHasTheContractsMembers() {
    Map<String, Object> list = Json.object(Call.get("/causes.json").send().getBody());
    assertEquals(
        Map.of(
            "id", "access-key-invalid",
            "title", "AWS does not know this access key",
            "family", "credentials-rejected",
            "url", "/causes/access-key-invalid"),
        Json.at(list, "causes", 0));
  }

  @Test
  void theFamilyFilters() {
    assertEquals(200, Call.get("/causes?family=credentials-rejected").send().getStatusCode());
    assertEquals(404, Call.get("/causes?family=credentials").send().getStatusCode());
  }

  @Test
  void knownTagsAreNotSentAgain() {
    for (String path : List.of("/causes", "/causes/session-token-missing.html", "/", "/app.css")) {
      APIGatewayV2HTTPResponse first = Call.get(path).send();
      String tag = Call.field(first, "etag");
      assertTrue(tag.startsWith("\""), tag);
      for (String field : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
        APIGatewayV2HTTPResponse again = Call.get(path).header("If-None-Match", field).send();
        assertEquals(304, again.getStatusCode(), field);
        assertEquals("", again.getBody());
        assertEquals(tag, again.getHeaders().get("etag"));
      }
      assertEquals(200, Call.get(path).header("If-None-Match", "\"other\"").send().getStatusCode());
    }
  }

  @Test
  void everyFormatHasItsOwnTag() {
    String path = "/causes/session-token-missing";
    assertNotEquals(
        Call.get(path + ".md").send().getHeaders().get("etag"),
        Call.get(path + ".json").send().getHeaders().get("etag"));
  }

  @Test
  void headIsGetWithoutBody() {
    APIGatewayV2HTTPResponse get = Call.get("/causes").send();
    APIGatewayV2HTTPResponse head = Call.of("HEAD", "/causes").send();
    assertEquals(200, head.getStatusCode());
    assertEquals(get.getHeaders(), head.getHeaders());
    assertEquals("", head.getBody());
  }

  @ParameterizedTest
  @CsvSource({
    "/causes/nothing",
    "/causes/nothing.md",
    "/causes/.md",
    "/causes/a/b",
    "/causes/%2e%2e",
    "/causes/../causes",
    "/causes//",
    "/causes.xml",
    "/v1",
    "/v1/diagnose/x",
    "/V1/Diagnose",
    "/problems/nothing",
    "/web/app.css",
    "/../pom.xml"
  })
  void otherAddressesAreNotFound(String path) {
    APIGatewayV2HTTPResponse response = Call.get(path).send();
    assertEquals(404, response.getStatusCode());
    assertEquals("application/problem+json", response.getHeaders().get("content-type"));
  }

  @Test
  void unacceptableIsRefused() {
    assertEquals(406, Call.get("/causes").accept("image/png").send().getStatusCode());
    assertEquals(
        406, Call.get("/causes/session-token-missing").accept("image/png").send().getStatusCode());
  }

  @Test
  void everyProblemTypeHasAPage() {
    for (ProblemType type : ProblemType.values()) {
      APIGatewayV2HTTPResponse page = Call.get("/problems/" + type.slug()).send();
      assertEquals(200, page.getStatusCode());
      assertTrue(page.getBody().startsWith("# " + type.title()));
      assertFalse(type.explanation().isBlank());
    }
  }

  @Test
  void healthCountsTheCauses() {
    assertEquals(
        "{\"status\":\"ok\",\"rulebook\":\"2026.11.0-test\",\"causes\":2}",
        Call.get("/health").send().getBody());
  }
}
