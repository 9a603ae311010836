package io.credfix.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.redact.Redaction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// One line of the log. Its components are all that is ever logged of a request: names of our own,
/// sizes and times. Paths, queries, header fields and texts have no place in it.
///
/// @param route a route's name, such as `diagnose`
/// @param method GET, HEAD, POST, OPTIONS or `other`
/// @param status HTTP status
/// @param requestBytes size of the body that came
/// @param responseBytes size of the body that went, in characters
/// @param millis time taken
/// @param cold true for the first request of a process, or of a snapshot restored
/// @param outcome what happened
record RequestLog(
    String route,
    String method,
    int status,
    int requestBytes,
    int responseBytes,
    long millis,
    boolean cold,
    Outcome outcome) {
  private static final JsonFactory JSON = new JsonFactory();

  /// The line, without line end.
  ///
  /// @param metrics adds what CloudWatch makes metrics of
  String line(Metrics metrics) {
    var writer = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(writer)) {
      out.writeStartObject();
      metrics.write(out, this);
      out.writeStringField("route", route);
      out.writeStringField("method", method);
      out.writeNumberField("status", status);
      out.writeStringField("outcome", outcome.word());
      text(out, "cause", outcome.cause());
      text(out, "code", outcome.code());
      text(out, "decoding", outcome.decoding());
      text(out, "incident", outcome.incident());
      text(out, "exception", outcome.exception());
      if (!outcome.redactions().isEmpty()) {
        out.writeObjectFieldStart("redactions");
        for (Redaction redaction : outcome.redactions()) {
          out.writeNumberField(redaction.kind(), redaction.count());
        }
        out.writeEndObject();
      }
      out.writeNumberField("requestBytes", requestBytes);
      out.writeNumberField("responseBytes", responseBytes);
      out.writeNumberField("millis", millis);
      out.writeBooleanField("cold", cold);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }

  private static void text(JsonGenerator out, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }
}
