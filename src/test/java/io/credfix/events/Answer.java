package io.credfix.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// What the function answered, in the form in which API Gateway takes it (payload format 2.0).
///
/// @param status HTTP status
/// @param headers names in lower case
/// @param body decoded
record Answer(int status, Map<String, String> headers, String body) {

  /// Reads a response of payload format 2.0.
  static Answer of(String json) throws IOException {
    int status = 0;
    Map<String, String> headers = new TreeMap<>();
    String body = "";
    boolean base64 = false;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
          continue;
        }
        switch (name) {
          case "statusCode" -> status = parser.getIntValue();
          case "body" -> body = parser.getText();
          case "isBase64Encoded" -> base64 = parser.getBooleanValue();
          case "headers" -> {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
              String header = parser.currentName().toLowerCase(java.util.Locale.ROOT);
              parser.nextToken();
              headers.put(header, parser.getText());
            }
          }
          default -> parser.skipChildren();
        }
      }
    }
    if (base64) {
      body = new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    }
    return new Answer(status, headers, body);
  }

  /// Status, headers and body as they are approved.
  String text() {
    var out = new StringBuilder().append(status).append('\n');
    headers.forEach((name, value) -> out.append(name).append(": ").append(value).append('\n'));
    return out.append('\n').append(body).append(body.endsWith("\n") ? "" : "\n").toString();
  }
}
