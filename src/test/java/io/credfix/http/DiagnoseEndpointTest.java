package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.TestRulebook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnoseEndpointTest {
  private static final String SEED = TestRulebook.SEED;
  private static final String FORM = "application/x-www-form-urlencoded";

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Call> asia() {
    return List.of(
        Call.json("{\"error\":\"" + SEED + "\",\"keyPrefix\":\"ASIA\"}"),
        Call.diagnose("text/plain", SEED).query("keyPrefix=ASIA"),
        Call.diagnose("Text/Plain; Charset=\"UTF-8\"", SEED).query("keyPrefix=ASIA****"),
        Call.diagnose(FORM, "error=" + encode(SEED) + "&keyPrefix=ASIA&os=&tool="));
  }

  @Test
  void everyInputGivesTheSameGuide() {
    String guide = asia().getFirst().send().getBody();
    assertTrue(guide.startsWith("# Temporary credentials were sent without"), guide);
    for (Call call : asia()) {
      APIGatewayV2HTTPResponse response = call.send();
      assertEquals(200, response.getStatusCode());
      assertEquals("text/markdown; charset=utf-8", response.getHeaders().get("content-type"));
      assertEquals("Accept", response.getHeaders().get("vary"));
      assertEquals("no-store", response.getHeaders().get("cache-control"));
      assertEquals(guide, response.getBody());
    }
  }

  @Test
  void theKeyPrefixDecides() {
    String akia = Call.json("{\"error\":\"" + SEED + "\",\"keyPrefix\":\"AKIA\"}").send().getBody();
    assertTrue(akia.startsWith("# AWS does not know this access key"), akia);
    assertTrue(akia.contains("Keys that begin with `AKIA` are used without a session token."));
  }

  @Test
  void theBodysKeyPrefixWinsOverTheQuerys() {
    Call call = Call.json("{\"error\":\"" + SEED + "\",\"keyPrefix\":\"AKIA\"}");
    String guide = call.query("keyPrefix=ASIA").send().getBody();
    assertTrue(guide.startsWith("# AWS does not know this access key"), guide);
    problem(call.query("keyPrefix=none").send(), 422, "key-prefix-refused");
    String other =
        Call.diagnose(FORM, "error=" + encode(SEED) + "&keyPrefix=")
            .query("keyPrefix=ASIA")
            .send()
            .getBody();
    assertTrue(other.startsWith("# Temporary credentials"), other);
  }

  @Test
  void htmlIsAPageOrAFragment() {
    APIGatewayV2HTTPResponse page = asia().getFirst().accept("text/html").send();
    assertEquals("text/html; charset=utf-8", page.getHeaders().get("content-type"));
    assertTrue(page.getBody().startsWith("<!DOCTYPE html>"));
    APIGatewayV2HTTPResponse fragment =
        asia().getFirst().accept("text/html").query("fragment=1").send();
    assertTrue(fragment.getBody().startsWith("<article"), fragment.getBody());
    assertFalse(fragment.getBody().contains("<html"));
  }

  @Test
  void jsonHasEveryMember() {
    APIGatewayV2HTTPResponse response = asia().getFirst().accept("application/json").send();
    assertEquals("application/json", response.getHeaders().get("content-type"));
    Map<String, Object> json = Json.object(response.getBody());
    assertEquals(
        List.of(
            "recognized",
            "title",
            "redactedError",
            "redactions",
            "error",
            "key",
            "causes",
            "ruledOut",
            "questions",
            "guide",
            "rulebook"),
        List.copyOf(json.keySet()));
    assertEquals(true, json.get("recognized"));
    assertEquals("temporary", Json.at(json, "key", "kind"));
    assertEquals("session-token-missing", Json.at(json, "causes", 0, "id"));
    assertEquals("likely", Json.at(json, "causes", 0, "likelihood"));
    assertNull(Json.at(json, "error", "policyArn"));
    assertEquals(13, Json.object(json, "error").size());
  }

  @Test
  void whatIsNotRecognizedIsAnsweredAll() {
    APIGatewayV2HTTPResponse response =
        Call.json("{\"error\":\"npm ERR! missing script: start\"}")
            .accept("application/json")
            .send();
    assertEquals(200, response.getStatusCode());
    Map<String, Object> json = Json.object(response.getBody());
    assertEquals(false, json.get("recognized"));
    assertEquals(List.of(), json.get("causes"));
  }

  @Test
  void answersDecideLikeStatedFacts() {
    String json =
        "{\"error\":\"" + SEED + "\",\"context\":{\"answers\":{\"key-kind\":\"long-term\"}}}";
    assertTrue(Call.json(json).send().getBody().startsWith("# AWS does not know"));
    String form = "error=" + encode(SEED) + "&answer=" + encode("key-kind/temporary");
    assertTrue(Call.diagnose(FORM, form).send().getBody().startsWith("# Temporary"));
  }

  @Test
  void unknownMembersAndNullsAreIgnored() {
    String body =
        "{\"x\":[{\"y\":[1,2]}],\"keyPrefix\":null,\"context\":{\"os\":null,\"z\":{},\"tool\":\"\"},"
            + "\"error\":\""
            + SEED
            + "\"}";
    assertEquals(200, Call.json(body).send().getStatusCode());
    assertEquals(200, Call.json("{\"error\":\"x\",\"context\":null}").send().getStatusCode());
  }

  @Test
  void formLineEndsAreOneCharacter() {
    APIGatewayV2HTTPResponse response =
        Call.diagnose(FORM, "error=a%0D%0Ab").accept("application/json").send();
    assertEquals("a\nb", Json.object(response.getBody()).get("redactedError"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                        | malformed-body   |",
        "''                                       | malformed-body   |",
        "{}x                                      | malformed-body   |",
        "{\"error\":\"a\"}{}                      | malformed-body   |",
        "{\"error\":\"a\",\"error\":\"b\"}        | malformed-body   |",
        "{\"error\":\"a\",\"x\":{\"y\":1,\"y\":2}}| malformed-body   |",
        "{'error':'a'}                            | malformed-body   |",
        "{\"error\":NaN}                          | malformed-body   |",
        "{\"error\":\"\\x\"}                      | malformed-body   |",
        "[]                                       | invalid-member   | ''",
        "null                                     | invalid-member   | ''",
        "\"text\"                                 | invalid-member   | ''",
        "{}                                       | invalid-member   | /error",
        "{\"error\":null}                         | invalid-member   | /error",
        "{\"error\":\"\"}                         | invalid-member   | /error",
        "{\"error\":\" \\n\\t \"}                 | invalid-member   | /error",
        "{\"error\":5}                            | invalid-member   | /error",
        "{\"error\":[\"a\"]}                      | invalid-member   | /error",
        "{\"error\":{\"error\":\"a\"}}            | invalid-member   | /error",
        "{\"error\":\"a\",\"keyPrefix\":5}        | invalid-member   | /keyPrefix",
        "{\"error\":\"a\",\"context\":[]}         | invalid-member   | /context",
        "{\"error\":\"a\",\"context\":\"b\"}      | invalid-member   | /context",
        "{\"error\":\"a\",\"context\":{\"os\":\"beos\"}}     | invalid-member | /context/os",
        "{\"error\":\"a\",\"context\":{\"os\":1}}            | invalid-member | /context/os",
        "{\"error\":\"a\",\"context\":{\"shell\":\"csh\"}}   | invalid-member | /context/shell",
        "{\"error\":\"a\",\"context\":{\"runsOn\":\"moon\"}} | invalid-member | /context/runsOn",
        "{\"error\":\"a\",\"context\":{\"region\":\"<b>\"}}  | invalid-member | /context/region",
        "{\"error\":\"a\",\"context\":{\"tool\":[]}}         | invalid-member | /context/tool",
        "{\"error\":\"a\",\"context\":{\"answers\":[]}}      | invalid-member | /context/answers",
        "{\"error\":\"a\",\"context\":{\"answers\":{\"<i>\":\"a\"}}} | invalid-member | /context/answers",
      })
  void refusesJsonWithPointers(String body, String type, String pointer) {
    APIGatewayV2HTTPResponse response = Call.json(body).send();
    Map<String, Object> problem = problem(response, 400, type);
    if (pointer == null) {
      assertFalse(problem.containsKey("errors"));
    } else {
      assertEquals(pointer, Json.at(problem, "errors", 0, "pointer"));
    }
  }

  @Test
  void namesEveryWrongMember() {
    Map<String, Object> problem =
        problem(
            Call.json("{\"error\":5,\"context\":{\"os\":\"beos\",\"shell\":7}}").send(),
            400,
            "invalid-member");
    assertEquals("/error", Json.at(problem, "errors", 0, "pointer"));
    assertEquals("/context/os", Json.at(problem, "errors", 1, "pointer"));
    assertEquals("/context/shell", Json.at(problem, "errors", 2, "pointer"));
  }

  @Test
  void statedNamesAreTooShortForASecret() {
    for (String member : List.of("region", "tool")) {
      String body =
          "{\"error\":\"a\",\"context\":{\"" + member + "\":\"" + "a1".repeat(17) + "\"}}";
      problem(Call.json(body).send(), 400, "invalid-member");
    }
  }

  @Test
  void refusesBlankTextAndForms() {
    problem(Call.diagnose("text/plain", "").send(), 400, "invalid-member");
    problem(Call.diagnose("text/plain", " \n ").send(), 400, "invalid-member");
    problem(Call.diagnose(FORM, "").send(), 400, "invalid-member");
    problem(Call.diagnose(FORM, "error=&keyPrefix=ASIA").send(), 400, "invalid-member");
    problem(Call.diagnose(FORM, "error=a&error=b").send(), 400, "invalid-member");
    problem(Call.diagnose(FORM, "error=a&os=beos").send(), 400, "invalid-member");
    problem(Call.diagnose(FORM, "error=%zz").send(), 400, "malformed-body");
    problem(Call.diagnose("text/plain", "x").query("keyPrefix=%").send(), 400, "malformed-query");
  }

  @Test
  void refusesDepthNumbersAndNamesWithoutEnd() {
    for (String value :
        List.of("[".repeat(10_000), "[".repeat(40) + "]".repeat(40), "1".repeat(5_000))) {
      problem(Call.json("{\"error\":\"a\",\"x\":" + value + "}").send(), 400, "malformed-body");
    }
    problem(
        Call.json("{\"" + "n".repeat(70_000) + "\":1,\"error\":\"a\"}").send(),
        400,
        "malformed-body");
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] latin1 = "é".getBytes(StandardCharsets.ISO_8859_1);
    String encoded = Base64.getEncoder().encodeToString(latin1);
    problem(Call.diagnose("text/plain", "").base64(encoded).send(), 400, "malformed-body");
    problem(Call.diagnose("text/plain", "").base64("%%%").send(), 400, "malformed-body");
    problem(Call.diagnose("text/plain", "\ud800").send(), 400, "malformed-body");
  }

  @Test
  void takesBase64AndByteOrderMarks() {
    byte[] json = ("\ufeff{\"error\":\"" + SEED + "\"}").getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(json);
    assertEquals(200, Call.json("").base64(encoded).send().getStatusCode());
  }

  @Test
  void loneSurrogatesAndNulsAreReplacedOrEscaped() {
    APIGatewayV2HTTPResponse response =
        Call.json("{\"error\":\"a\\ud800b\\u0000c\"}").accept("application/json").send();
    assertEquals(200, response.getStatusCode());
    assertTrue(response.getBody().contains("a\ufffdb"), response.getBody());
  }

  @Test
  void theLimitIsInBytesOfUtf8() {
    assertEquals(200, Call.diagnose("text/plain", "x".repeat(65_536)).send().getStatusCode());
    problem(Call.diagnose("text/plain", "x".repeat(65_537)).send(), 413, "body-too-large");
    problem(Call.diagnose("text/plain", "é".repeat(32_769)).send(), 413, "body-too-large");
    problem(Call.json("{\"error\":\"" + "x".repeat(65_537) + "\"}").send(), 413, "body-too-large");
    problem(Call.json(" ".repeat(262_145)).send(), 413, "body-too-large");
    String big = Base64.getEncoder().encodeToString(new byte[262_145]);
    problem(Call.json("").base64(big).send(), 413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/html",
        "application/json; charset=iso-8859-1",
        "text/plain; charset=utf-16",
        "multipart/form-data; boundary=x",
        "json",
        "application/json, text/plain",
        ""
      })
  void refusesOtherMediaTypes(String contentType) {
    problem(Call.diagnose(contentType, "{\"error\":\"a\"}").send(), 415, "unsupported-media-type");
  }

  @Test
  void refusesAMissingContentType() {
    problem(Call.of("POST", "/v1/diagnose").body("x").send(), 415, "unsupported-media-type");
  }

  @Test
  void refusesUnacceptableFormats() {
    APIGatewayV2HTTPResponse response = Call.json("{\"error\":\"a\"}").accept("image/png").send();
    problem(response, 406, "not-acceptable");
    assertEquals("Accept", response.getHeaders().get("vary"));
  }

  @Test
  void refusesWhatIsNoKeyPrefixWithoutRepeatingIt() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    for (Call call :
        List.of(
            Call.json("{\"error\":\"a\",\"keyPrefix\":\"" + secret + "\"}"),
            Call.diagnose("text/plain", "a").query("keyPrefix=" + encode(secret)),
            Call.diagnose(FORM, "error=a&keyPrefix=" + encode(secret)))) {
      APIGatewayV2HTTPResponse response = call.send();
      Map<String, Object> problem = problem(response, 422, "key-prefix-refused");
      assertEquals("/keyPrefix", Json.at(problem, "errors", 0, "pointer"));
      assertFalse(response.getBody().contains("wJalr"));
    }
  }

  @Test
  void problemsRepeatNothing() {
    String planted = "PlantedValue7";
    for (Call call :
        List.of(
            Call.json("{\"error\":\"a\",\"context\":{\"os\":\"" + planted + "\"}}"),
            Call.json("{\"" + planted + "\":"),
            Call.json("{\"error\":" + planted + "}"),
            Call.json("{\"error\":\"a\",\"context\":{\"answers\":{\"" + planted + "\":5}}}"),
            Call.diagnose(planted + "/" + planted, "x"),
            Call.json("{\"error\":\"a\"}").accept(planted + "/" + planted),
            Call.diagnose("text/plain", "x").query("keyPrefix=" + planted),
            Call.diagnose("text/plain", "x").query(planted + "=%"),
            Call.of(planted, "/v1/diagnose"),
            Call.get("/" + planted),
            Call.get("/causes/" + planted),
            Call.get("/causes?family=" + planted),
            Call.get("/problems/" + planted))) {
      APIGatewayV2HTTPResponse response = call.send();
      assertTrue(response.getStatusCode() >= 400, response.getBody());
      assertFalse(response.getBody().contains(planted), response.getBody());
      assertFalse(response.getHeaders().toString().contains(planted));
    }
    synchronized (Call.LOG) {
      assertTrue(Call.LOG.stream().noneMatch(line -> line.contains(planted)));
      assertTrue(Call.LOG.stream().noneMatch(line -> line.contains("security token")));
    }
  }

  @Test
  void onlyTheRulebooksOwnCodesAreLogged() {
    String planted = "PlantedCodeException9";
    String text = SEED.replace("InvalidClientTokenId", planted);
    String json = Call.diagnose("text/plain", text).accept("application/json").send().getBody();
    assertEquals(planted, Json.at(Json.object(json), "error", "code"));
    Call.diagnose("text/plain", SEED).send();
    synchronized (Call.LOG) {
      assertTrue(Call.LOG.stream().noneMatch(line -> line.contains(planted)));
      assertTrue(
          Call.LOG.stream().anyMatch(line -> line.contains("\"code\":\"InvalidClientTokenId\"")));
    }
  }

  private static Map<String, Object> problem(
      APIGatewayV2HTTPResponse response, int status, String type) {
    assertEquals(status, response.getStatusCode(), response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("content-type"));
    assertEquals("no-store", response.getHeaders().get("cache-control"));
    Map<String, Object> problem = Json.object(response.getBody());
    assertEquals("/problems/" + type, problem.get("type"));
    assertEquals(status, problem.get("status"));
    assertFalse(String.valueOf(problem.get("title")).isBlank());
    assertFalse(String.valueOf(problem.get("detail")).isBlank());
    return problem;
  }
}
