package io.credfix.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a message into maps, lists, strings, [java.math.BigInteger], [Double], [Boolean] and null:
/// members come in any order, and the method decides what its parameters mean.
final class JsonDocument {
  /// What a body and a line may have, in bytes.
  static final int MAX_BYTES = 262_144;

  private static final int MAX_DEPTH = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_BYTES)
                  .maxNameLength(1000)
                  .maxNumberLength(100)
                  .build())
          .build();

  private JsonDocument() {}

  /// Reads a document.
  ///
  /// @throws RpcException when it is no JSON, nested too deep, or has a member twice
  static @Nullable Object read(String json) throws RpcException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new RpcException(RpcException.PARSE_ERROR, "The message is empty.");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new RpcException(RpcException.PARSE_ERROR, "Something follows the message.");
      }
      return value;
    } catch (IOException e) {
      // The parser's own message repeats what it read.
      throw new RpcException(
          RpcException.PARSE_ERROR,
          "The message is not well-formed JSON, has a member twice, or is nested too deep.");
    }
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }
}
