package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void aFormWithoutScriptsIsToldInAPageWhatIsWrong() {
    APIGatewayV2HTTPResponse response =
        Call.diagnose(FORM, "error=x&keyPrefix=hello%3F")
            .accept(BROWSER)
            .header("sec-fetch-mode", "navigate")
            .send();
    assertEquals(422, response.getStatusCode());
    assertEquals("text/html; charset=utf-8", Call.field(response, "content-type"));
    assertEquals("no-store", Call.field(response, "cache-control"));
    assertTrue(response.getBody().contains("<h1>The key prefix is not"), response.getBody());
    assertTrue(response.getBody().contains("Go back one page"), response.getBody());
    assertFalse(response.getBody().contains("hello"));
  }

  @Test
  void everybodyElseGetsTheProblemDocument() {
    for (String mode : new String[] {"", "cors", "same-origin"}) {
      APIGatewayV2HTTPResponse response =
          Call.diagnose(FORM, "error=").accept(BROWSER).header("sec-fetch-mode", mode).send();
      assertEquals(400, response.getStatusCode());
      assertEquals("application/problem+json", Call.field(response, "content-type"));
    }
    for (String accept : new String[] {"*/*", "application/json", "text/markdown"}) {
      APIGatewayV2HTTPResponse response =
          Call.get("/nowhere").accept(accept).header("sec-fetch-mode", "navigate").send();
      assertEquals(404, response.getStatusCode());
      assertEquals("application/problem+json", Call.field(response, "content-type"));
    }
  }

  @Test
  void anAddressThatIsNotServedLeadsOn() {
    APIGatewayV2HTTPResponse response =
        Call.get("/causes/no-such-cause")
            .accept(BROWSER)
            .header("sec-fetch-mode", "navigate")
            .send();
    assertEquals(404, response.getStatusCode());
    assertTrue(response.getBody().contains("href=\"/causes\""), response.getBody());
  }

  @Test
  void insideAFrameThePageMayBeFramedAsTheFormMay() {
    APIGatewayV2HTTPResponse response =
        Call.diagnose(FORM, "error=")
            .query("embed=1")
            .accept(BROWSER)
            .header("sec-fetch-mode", "navigate")
            .send();
    assertFalse(response.getHeaders().containsKey("x-frame-options"));
    assertTrue(response.getBody().contains("class=\"embedded\""), response.getBody());
  }
}
