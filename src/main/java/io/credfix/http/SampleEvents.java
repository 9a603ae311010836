package io.credfix.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Rulebook;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// One event of every kind, as API Gateway sends it: what runs before a snapshot is taken, and in
/// the training run of an AOT cache.
final class SampleEvents {
  private static final String ERROR =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid.";
  private static final String HTML = "text/html";
  private static final String MARKDOWN = "text/markdown";
  private static final String JSON = "application/json";

  private SampleEvents() {}

  static List<String> of(Rulebook rulebook) {
    String cause = rulebook.causes().getFirst().id();
    return List.of(
        event("POST", "/v1/diagnose", HTML, "text/plain", ERROR),
        event("POST", "/v1/diagnose", MARKDOWN, JSON, json()),
        event("POST", "/v1/diagnose", JSON, JSON, json()),
        event("POST", "/mcp", JSON, JSON, call()),
        event("GET", "/", HTML, "", ""),
        event("GET", "/causes", HTML, "", ""),
        event("GET", "/causes", JSON, "", ""),
        event("GET", "/causes/" + cause, HTML, "", ""),
        event("GET", "/causes/" + cause, MARKDOWN, "", ""),
        event("GET", "/health", JSON, "", ""));
  }

  /// A submission of what every cause looks like, as its guide shows it: the rules that bring it up
  /// and all that reads them.
  static List<String> ofCauses(Rulebook rulebook) {
    List<String> events = new ArrayList<>();
    for (Cause cause : rulebook.causes()) {
      if (!cause.seen().isBlank()) {
        events.add(event("POST", "/v1/diagnose", MARKDOWN, "text/plain", cause.seen()));
      }
    }
    return events;
  }

  private static String json() {
    return "{\"error\":\"" + ERROR + "\",\"keyPrefix\":\"ASIA\"}";
  }

  private static String call() {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
        + "{\"name\":\"diagnose\",\"arguments\":"
        + json()
        + "}}";
  }

  private static String event(
      String method, String path, String accept, String contentType, String body) {
    var text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("version", "2.0");
      out.writeStringField("rawPath", path);
      out.writeStringField("rawQueryString", "");
      out.writeObjectFieldStart("headers");
      out.writeStringField("accept", accept);
      out.writeStringField("content-type", contentType);
      out.writeEndObject();
      out.writeObjectFieldStart("requestContext");
      out.writeStringField("stage", "$default");
      out.writeObjectFieldStart("http");
      out.writeStringField("method", method);
      out.writeStringField("path", path);
      out.writeEndObject();
      out.writeEndObject();
      out.writeStringField("body", body);
      out.writeBooleanField("isBase64Encoded", false);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
