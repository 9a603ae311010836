package io.credfix.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One labelled error text.
///
/// @param id of the item
/// @param text what was pasted
/// @param keyPrefix what was stated of the key, if anything
/// @param code the right error code; null: not judged
/// @param operation the right operation; null: not judged
/// @param cause the right first cause, or `unrecognized`
/// @param also further causes that are right in first place
record CorpusItem(
    String id,
    String text,
    @Nullable String keyPrefix,
    @Nullable String code,
    @Nullable String operation,
    String cause,
    List<String> also) {
  private static final JsonFactory JSON = new JsonFactory();

  boolean isNegative() {
    return cause.equals("unrecognized");
  }

  boolean accepts(String id) {
    return cause.equals(id) || also.contains(id);
  }

  /// Every line of a JSON Lines file.
  static List<CorpusItem> read(Path file) throws IOException {
    List<CorpusItem> items = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        items.add(item(line, number));
      }
    }
    return items;
  }

  private static CorpusItem item(String line, int number) throws IOException {
    Map<String, String> members = new HashMap<>();
    List<String> also = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
          members.put(name, parser.getText());
        } else if (token == JsonToken.START_ARRAY && name.equals("also")) {
          while (parser.nextToken() == JsonToken.VALUE_STRING) {
            also.add(parser.getText());
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    if (!members.containsKey("text") || !members.containsKey("cause")) {
      throw new IOException("line " + number + " has no `text` or no `cause`");
    }
    return new CorpusItem(
        members.getOrDefault("id", "line " + number),
        members.getOrDefault("text", ""),
        members.get("key_prefix"),
        members.get("error_code"),
        members.get("operation"),
        members.getOrDefault("cause", ""),
        also);
  }
}
