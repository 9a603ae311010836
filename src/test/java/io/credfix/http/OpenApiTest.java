package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.TestRulebook;
import io.credfix.diagnose.ContextMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final Map<String, Object> DOCUMENT =
      Json.object(Call.get("/openapi.json").send().getBody());
  private static final Map<String, Object> PATHS = Json.object(DOCUMENT, "paths");

  @Test
  void describesEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    PATHS.forEach(
        (path, item) -> map(item).keySet().forEach(method -> described.add(method + path)));
    Set<String> served = new TreeSet<>();
    for (Route route : new Api(TestRulebook.get(), Configuration.DEFAULT, line -> {}).routes()) {
      String method = route.methods().contains("POST") ? "post" : "get";
      served.add(method + route.path());
    }
    assertEquals(served, described);
  }

  @Test
  void namesEveryRefusal() {
    Set<Object> statuses = new HashSet<>(responses("/v1/diagnose", "post").keySet());
    for (ProblemType type : ProblemType.values()) {
      // These two belong to other addresses and methods; the document says so in words.
      if (type == ProblemType.ORIGIN_NOT_ALLOWED) {
        assertTrue(responses("/mcp", "post").containsKey("403"));
      } else if (type != ProblemType.NOT_FOUND && type != ProblemType.METHOD_NOT_ALLOWED) {
        assertTrue(statuses.contains(String.valueOf(type.status())), type.slug());
      }
    }
    Set<Object> slugs =
        new HashSet<>(list(Json.at(DOCUMENT, "components", "schemas", "ProblemSlug", "enum")));
    for (ProblemType type : ProblemType.values()) {
      assertTrue(slugs.remove(type.slug()), type.slug());
    }
    assertEquals(Set.of(), slugs);
  }

  @Test
  void statedValuesAreThoseThatAreTaken() {
    for (ContextMember member : ContextMember.values()) {
      Map<String, Object> schema =
          Json.object(
              DOCUMENT,
              "components",
              "schemas",
              "Submission",
              "properties",
              "context",
              "properties",
              member.label());
      if (!member.choices().isEmpty()) {
        List<Object> expected = new ArrayList<>(member.choices());
        expected.add(null);
        assertEquals(expected, schema.get("enum"));
      }
    }
  }

  @Test
  void answersHaveTheDescribedMediaTypes() {
    for (Map.Entry<String, Object> entry : PATHS.entrySet()) {
      String path =
          entry.getKey().replace("{id}", "session-token-missing").replace("{type}", "not-found");
      if (!map(entry.getValue()).containsKey("get")) {
        continue;
      }
      APIGatewayV2HTTPResponse response = Call.get(path).send();
      if (response.getStatusCode() == 404) {
        // A file that this build leaves out.
        assertTrue(path.endsWith(".js") || path.equals("/secret-shapes.json"), path);
        continue;
      }
      assertEquals(200, response.getStatusCode(), path);
      Map<String, Object> content =
          map(Json.at(responses(entry.getKey(), "get"), "200", "content"));
      String type = Call.field(response, "content-type");
      assertTrue(content.containsKey(type.split(";", 2)[0]), path + " " + type);
    }
  }

  private static Map<String, Object> responses(String path, String method) {
    return Json.object(PATHS, path, method, "responses");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object value) {
    return (List<Object>) Objects.requireNonNull(value);
  }
}
