package io.credfix.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.Explainer;
import io.credfix.diagnose.ContextMember;
import io.credfix.diagnose.Rulebook;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolsTest {
  private static final McpServer SERVER = new McpServer(new Explainer(Rulebook.builtIn()));
  private static final Map<?, ?> SCHEMAS = map(at(openApi(), "components", "schemas"));

  private static Object openApi() {
    try (InputStream in =
        Objects.requireNonNull(ToolsTest.class.getResourceAsStream("/web/openapi.json"))) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Object read(String json) {
    try {
      return Objects.requireNonNull(JsonDocument.read(json));
    } catch (RpcException e) {
      throw new AssertionError(e.sentence());
    }
  }

  private static @Nullable Object at(@Nullable Object root, Object... path) {
    Object value = root;
    for (Object step : path) {
      value = step instanceof Integer i ? list(value).get(i) : map(value).get(step);
    }
    return value;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }

  private static Map<?, ?> tool(String name) {
    for (Object tool : list(read(Tools.list()))) {
      if (name.equals(at(tool, "name"))) {
        return map(tool);
      }
    }
    throw new AssertionError(name);
  }

  /// A schema of `openapi.json` with everything that it refers to in its place.
  private static @Nullable Object inlined(@Nullable Object schema) {
    if (schema instanceof List<?> items) {
      return new ArrayList<>(items.stream().map(ToolsTest::inlined).toList());
    }
    if (!(schema instanceof Map<?, ?> members)) {
      return schema;
    }
    if (members.get("$ref") instanceof String ref) {
      return inlined(SCHEMAS.get(ref.substring(ref.lastIndexOf('/') + 1)));
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    members.forEach((name, value) -> copy.put(name, inlined(value)));
    return copy;
  }

  /// The protocol wants an object at the root: what must hold together becomes one.
  private static Object merged(Object schema) {
    List<Object> required = new ArrayList<>();
    Map<Object, Object> properties = new LinkedHashMap<>();
    for (Object part : list(at(schema, "allOf"))) {
      required.addAll(list(at(part, "required")));
      properties.putAll(map(at(part, "properties")));
    }
    return Map.of("type", "object", "required", required, "properties", properties);
  }

  private static Object call(String tool, String arguments) {
    Reply reply =
        SERVER.answer(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool
                + "\",\"arguments\":"
                + arguments
                + "}}",
            Envelope.STREAM);
    return Objects.requireNonNull(at(read(reply.json()), "result"));
  }

  private static String refusal(String tool, String arguments) {
    Object result = call(tool, arguments);
    assertEquals(true, at(result, "isError"));
    return String.valueOf(at(result, "content", 0, "text"));
  }

  private static List<Object> ids(Object result) {
    List<Object> ids = new ArrayList<>();
    for (Object cause : list(at(result, "structuredContent", "causes"))) {
      ids.add(at(cause, "id"));
    }
    return ids;
  }

  @Test
  void resultsAreThoseOfTheHttpApi() {
    assertEquals(inlined(SCHEMAS.get("Explanation")), tool("diagnose").get("outputSchema"));
    assertEquals(inlined(SCHEMAS.get("Catalogue")), tool("list_causes").get("outputSchema"));
    assertEquals(
        merged(Objects.requireNonNull(inlined(SCHEMAS.get("Cause")))),
        tool("get_cause").get("outputSchema"));
  }

  @Test
  void everyDescribedArgumentIsTakenAndNoOther() {
    var tools = new Tools(new Explainer(Rulebook.builtIn()));
    for (Object described : list(read(Tools.list()))) {
      String name = String.valueOf(at(described, "name"));
      Set<Object> properties =
          new TreeSet<>(map(at(described, "inputSchema", "properties")).keySet());
      assertEquals(properties, new TreeSet<>(tools.find(name).orElseThrow().arguments()));
      assertEquals(false, at(described, "inputSchema", "additionalProperties"));
    }
    for (ContextMember member : ContextMember.values()) {
      Object schema = at(tool("diagnose"), "inputSchema", "properties", member.label());
      assertEquals(member.choices(), Objects.requireNonNullElse(at(schema, "enum"), List.of()));
    }
  }

  @Test
  void diagnoseAnswersWithTheGuideAndTheSameAsData() {
    Object result =
        call(
            "diagnose",
            """
            {"error": "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity \
            operation: The security token included in the request is invalid.",
             "keyPrefix": "ASIA", "os": "windows", "shell": "powershell"}""");
    String guide = String.valueOf(at(result, "content", 0, "text"));
    assertEquals(guide, at(result, "structuredContent", "guide"));
    assertEquals("session-token-missing", at(result, "structuredContent", "causes", 0, "id"));
    assertTrue(guide.contains("$Env:AWS_SESSION_TOKEN="), guide);
    assertFalse(guide.contains("export AWS_SESSION_TOKEN="), guide);
  }

  @Test
  void anAnsweredQuestionDecides() {
    String error = "The security token included in the request is invalid.";
    Object open = call("diagnose", "{\"error\": \"" + error + "\"}");
    Object question = at(open, "structuredContent", "questions", 0);
    for (Object answer : list(at(question, "answers"))) {
      Object closed =
          call(
              "diagnose",
              "{\"error\": \"%s\", \"answers\": {\"%s\": \"%s\"}}"
                  .formatted(error, at(question, "id"), at(answer, "id")));
      assertEquals(
          at(answer, "cause"), at(closed, "structuredContent", "causes", 0, "id"), "first cause");
    }
  }

  @Test
  void secretsNeverComeBack() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    Object result =
        call("diagnose", "{\"error\": \"AccessDenied aws_secret_access_key=" + secret + "\"}");
    assertFalse(result.toString().contains(secret));
    assertTrue(result.toString().contains("[secret access key removed]"));
  }

  @Test
  void refusalsSayWhatIsExpectedAndRepeatNothing() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    for (String arguments :
        List.of(
            "{\"error\": \"x\", \"keyPrefix\": \"" + secret + "\"}",
            "{\"error\": \"x\", \"tool\": \"" + secret + "\"}",
            "{\"error\": \"x\", \"os\": \"" + secret + "\"}",
            "{\"error\": \"x\", \"answers\": {\"" + secret + "\": \"no\"}}",
            "{\"error\": \"x\", \"" + secret + "\": 1}",
            "{\"error\": [\"" + secret + "\"]}")) {
      assertFalse(refusal("diagnose", arguments).contains(secret), arguments);
    }
    assertTrue(
        refusal("diagnose", "{\"error\": \"x\", \"keyPrefix\": \"" + secret + "\"}")
            .contains("exposed"));
    assertEquals("error: Required: the error text, a string.", refusal("diagnose", "{}"));
    assertEquals("error: The error text is empty.", refusal("diagnose", "{\"error\": \" \"}"));
    assertTrue(
        refusal("diagnose", "{\"error\": \"" + "x".repeat(65_537) + "\"}").contains("65,536"));
    assertEquals(
        "os: Expected one of linux, macos, windows.",
        refusal("diagnose", "{\"error\": \"x\", \"os\": \"beos\"}"));
    assertTrue(refusal("get_cause", "{\"id\": \"no-such\"}").contains("list_causes"));
    assertTrue(
        refusal("list_causes", "{\"family\": \"no-such\"}").contains("credentials-rejected"));
  }

  @Test
  void causesAreFoundByFamilyAndWords() {
    Object all = call("list_causes", "{}");
    assertEquals(Rulebook.builtIn().causes().size(), ids(all).size());
    assertEquals(
        List.of("clock-skew"),
        ids(call("list_causes", "{\"words\": \"RequestTimeTooSkewed Clock\"}")));
    List<Object> family = ids(call("list_causes", "{\"family\": \"identity-center\"}"));
    assertTrue(family.contains("sso-session-expired"));
    assertFalse(family.contains("clock-skew"));
    Object none = call("list_causes", "{\"words\": \"xyzzy\"}");
    assertEquals(List.of(), ids(none));
    assertTrue(String.valueOf(at(none, "content", 0, "text")).startsWith("No cause fits."));
  }

  @Test
  void everyListedCauseCanBeRead() {
    for (Object id : ids(call("list_causes", "{}"))) {
      Object page = call("get_cause", "{\"id\": \"" + id + "\"}");
      assertEquals(id, at(page, "structuredContent", "id"));
      assertEquals(at(page, "structuredContent", "markdown"), at(page, "content", 0, "text"));
    }
  }
}
