package io.credfix.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Writes messages, each on one line.
final class MessageWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /// What a key of the protocol's own begins with.
  static final String META = "io.modelcontextprotocol/";

  /// An hour: tools change with a deployment only.
  private static final int FRESH_MILLIS = 3_600_000;

  private final String version;

  /// @param version of the rulebook, which is the server's as well
  MessageWriter(String version) {
    this.version = version;
  }

  /// Writes members into an object.
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator out) throws IOException;
  }

  /// A result.
  ///
  /// @param stateless whether the request was of the revision whose answers say who gives them
  String result(Message.Request request, boolean stateless, Members members) {
    return message(
        request.id(),
        out -> {
          out.writeObjectFieldStart("result");
          if (stateless) {
            out.writeStringField("resultType", "complete");
          }
          members.write(out);
          if (stateless) {
            out.writeObjectFieldStart("_meta");
            info(out, META + "serverInfo");
            out.writeEndObject();
          }
          out.writeEndObject();
        });
  }

  /// An error.
  ///
  /// @param id null when none could be read
  static String error(RpcException refusal, @Nullable Object id) {
    return message(
        id,
        out -> {
          out.writeObjectFieldStart("error");
          out.writeNumberField("code", refusal.code());
          out.writeStringField("message", refusal.sentence());
          if (!refusal.supported().isEmpty()) {
            out.writeObjectFieldStart("data");
            out.writeArrayFieldStart("supported");
            for (String supported : refusal.supported()) {
              out.writeString(supported);
            }
            out.writeEndArray();
            // What was asked for is the caller's text: it is not repeated.
            out.writeStringField("requested", "");
            out.writeEndObject();
          }
          out.writeEndObject();
        });
  }

  /// The member `content`: one text.
  static void content(JsonGenerator out, String text) throws IOException {
    out.writeArrayFieldStart("content");
    out.writeStartObject();
    out.writeStringField("type", "text");
    out.writeStringField("text", text);
    out.writeEndObject();
    out.writeEndArray();
  }

  /// The member `capabilities`: tools, and nothing else.
  static void capabilities(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("capabilities");
    out.writeObjectFieldStart("tools");
    out.writeEndObject();
    out.writeEndObject();
  }

  /// How long, and by whom, a result may be kept.
  static void fresh(JsonGenerator out) throws IOException {
    out.writeNumberField("ttlMs", FRESH_MILLIS);
    out.writeStringField("cacheScope", "public");
  }

  /// Who answers.
  void info(JsonGenerator out, String member) throws IOException {
    out.writeObjectFieldStart(member);
    out.writeStringField("name", "credfix");
    out.writeStringField("title", "credfix");
    out.writeStringField("version", version);
    out.writeEndObject();
  }

  private static String message(@Nullable Object id, Members members) {
    var writer = new StringWriter(4096);
    try (JsonGenerator out = JSON.createGenerator(writer)) {
      out.writeStartObject();
      out.writeStringField("jsonrpc", "2.0");
      switch (id) {
        case BigInteger number -> out.writeNumberField("id", number);
        case String text -> out.writeStringField("id", text);
        case null, default -> {
          // Without one that could be read there is none to repeat.
        }
      }
      members.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
