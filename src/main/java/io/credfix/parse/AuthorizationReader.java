package io.credfix.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.credfix.parse.AuthorizationDocument.ConditionValue;
import io.credfix.parse.AuthorizationDocument.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a decoded authorization message, plain or as the escaped string `DecodedMessage`. Source
/// of the shape: AWS CLI reference, `sts decode-authorization-message`.
final class AuthorizationReader {
  private static final int DEEPEST = 24;
  private static final int MOST = 50;

  /// Loaded with the first document.
  private static final class Json {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
  }

  private AuthorizationReader() {}

  static @Nullable AuthorizationDocument read(ReadableText text) {
    String plain = text.text();
    int allowed = text.find("\"allowed\"");
    if (allowed < 0 || text.find("\"explicitDeny\"") < 0) {
      return null;
    }
    int start = plain.lastIndexOf('{', allowed);
    if (start < 0) {
      return null;
    }
    try (JsonParser parser = Json.FACTORY.createParser(plain.substring(start))) {
      parser.nextToken();
      return value(parser) instanceof Map<?, ?> root ? document(root) : null;
    } catch (IOException e) {
      // Cut or broken: not a document that can be explained.
      return null;
    }
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
      default -> null;
    };
  }

  private static @Nullable AuthorizationDocument document(Map<?, ?> root) {
    if (!(root.get("allowed") instanceof Boolean allowed)) {
      return null;
    }
    boolean explicit = root.get("explicitDeny") instanceof Boolean deny && deny;
    Map<?, ?> context = root.get("context") instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> principal = context.get("principal") instanceof Map<?, ?> map ? map : Map.of();
    List<Statement> statements = new ArrayList<>();
    for (Map<?, ?> item : items(root.get("matchedStatements"))) {
      statements.add(
          new Statement(
              string(item.get("statementId"), ""),
              string(item.get("effect"), ""),
              values(item.get("actions")),
              values(item.get("resources")),
              conditions(item.get("conditions"))));
    }
    return new AuthorizationDocument(
        allowed,
        explicit,
        text(principal.get("arn")),
        text(context.get("action")),
        text(context.get("resource")),
        statements,
        conditions(context.get("conditions")));
  }

  private static String string(@Nullable Object value, String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty() ? text : null;
  }

  /// The objects of `{"items": […]}`.
  private static List<Map<?, ?>> items(@Nullable Object list) {
    List<Map<?, ?>> found = new ArrayList<>();
    Object items = list instanceof Map<?, ?> map ? map.get("items") : list;
    if (items instanceof List<?> array) {
      for (Object item : array) {
        if (item instanceof Map<?, ?> map && found.size() < MOST) {
          found.add(map);
        }
      }
    }
    return found;
  }

  private static List<String> values(@Nullable Object list) {
    List<String> found = new ArrayList<>();
    for (Map<?, ?> item : items(list)) {
      if (item.get("value") instanceof String value) {
        found.add(value);
      }
    }
    return found;
  }

  private static List<ConditionValue> conditions(@Nullable Object list) {
    List<ConditionValue> found = new ArrayList<>();
    for (Map<?, ?> item : items(list)) {
      String key = string(item.get("key"), "");
      if (!key.isEmpty()) {
        found.add(new ConditionValue(key, values(item.get("values"))));
      }
    }
    return found;
  }
}
