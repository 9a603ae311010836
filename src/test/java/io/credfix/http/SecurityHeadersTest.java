package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.TestRulebook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
  private static final String PORTAL = "https://docs.example.com";

  @Test
  void everyAnswerIsGuarded() {
    for (Call call :
        List.of(
            Call.get("/"),
            Call.get("/embed"),
            Call.get("/causes"),
            Call.get("/causes.html"),
            Call.get("/app.css"),
            Call.get("/openapi.json"),
            Call.get("/nothing"),
            Call.json("{}"),
            Call.json("{\"error\":\"a\"}").accept("text/html"))) {
      APIGatewayV2HTTPResponse response = call.send();
      Map<String, String> headers = response.getHeaders();
      assertEquals("nosniff", headers.get("x-content-type-options"));
      assertEquals("no-referrer", headers.get("referrer-policy"));
      String policy = Call.field(response, "content-security-policy");
      assertTrue(policy.startsWith("default-src 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
    }
  }

  @Test
  void onlyTheEmbeddedFormAndItsResultsMayBeFramed() {
    LambdaHandler handler = Call.handler(Map.of("CREDFIX_FRAME_ANCESTORS", PORTAL));
    String result = "{\"error\":\"" + TestRulebook.SEED + "\"}";
    for (Call framed :
        List.of(Call.get("/embed"), Call.json(result).accept("text/html").query("embed=1"))) {
      APIGatewayV2HTTPResponse response = framed.send(handler);
      Map<String, String> headers = response.getHeaders();
      assertTrue(
          Call.field(response, "content-security-policy").endsWith("frame-ancestors " + PORTAL));
      assertNull(headers.get("x-frame-options"));
    }
    for (Call alone :
        List.of(Call.get("/"), Call.get("/causes.html"), Call.json(result).accept("text/html"))) {
      APIGatewayV2HTTPResponse response = alone.send(handler);
      Map<String, String> headers = response.getHeaders();
      assertTrue(
          Call.field(response, "content-security-policy").endsWith("frame-ancestors 'none'"));
      assertEquals("DENY", headers.get("x-frame-options"));
    }
  }

  @Test
  void theEmbeddedFormPostsToAnEmbeddedResult() {
    String form = Call.get("/embed").send().getBody();
    assertTrue(form.contains("action=\"/v1/diagnose?embed=1\""), form);
  }

  @Test
  void pagesHaveNoScriptAndNoStyleInThem() {
    String result = "{\"error\":\"" + TestRulebook.SEED + "\"}";
    for (Call call :
        List.of(
            Call.get("/"),
            Call.get("/embed"),
            Call.get("/causes.html"),
            Call.get("/causes/session-token-missing.html"),
            Call.json(result).accept("text/html"))) {
      String page = call.send().getBody();
      assertFalse(page.contains("<style"), page);
      assertFalse(page.contains(" style="), page);
      assertFalse(page.contains("<script>"), page);
      assertFalse(page.contains(" onclick"), page);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example; script-src *", "https://a\r\nx: y", "<b>", "\"x\""})
  void configurationThatCannotStandInAHeaderIsRefused(String value) {
    for (String name : List.of("CREDFIX_FRAME_ANCESTORS", "CREDFIX_ALLOWED_ORIGINS")) {
      assertThrows(IllegalArgumentException.class, () -> Configuration.from(Map.of(name, value)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"credfix", "//evil.example", "/a b", "/a\"b"})
  void basePathsArePaths(String value) {
    assertThrows(
        IllegalArgumentException.class,
        () -> Configuration.from(Map.of("CREDFIX_BASE_PATH", value)));
  }
}
