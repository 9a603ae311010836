package io.credfix.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.diagnose.source.RuleProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Lines of the log about the start, without line end: the operator's own files and times, nothing
/// of callers.
final class StartLog {
  private static final JsonFactory JSON = new JsonFactory();

  private StartLog() {}

  /// A file of the organisation's rules that does not work; the others do.
  static String problem(RuleProblem problem) {
    return line(
        out -> {
          out.writeStringField("level", "WARN");
          out.writeStringField("event", "rule-problem");
          out.writeStringField("file", problem.file());
          out.writeNumberField("line", problem.line());
          out.writeStringField("reason", problem.reason());
          out.writeStringField("advice", problem.advice());
        });
  }

  /// The function is ready to be kept as a snapshot.
  static String primed(int requests, long millis) {
    return line(
        out -> {
          out.writeStringField("event", "primed");
          out.writeNumberField("requests", requests);
          out.writeNumberField("millis", millis);
        });
  }

  private interface Members {
    void write(JsonGenerator out) throws IOException;
  }

  private static String line(Members members) {
    var writer = new StringWriter(256);
    try (JsonGenerator out = JSON.createGenerator(writer)) {
      out.writeStartObject();
      members.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
