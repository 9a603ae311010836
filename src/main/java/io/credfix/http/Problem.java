package io.credfix.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal as RFC 9457 describes it. Holds nothing that the caller sent.
///
/// @param type why
/// @param detail a sentence for this request
/// @param errors members of the body that are wrong
/// @param incident number of an internal fault, null otherwise
record Problem(
    ProblemType type, String detail, List<MemberError> errors, @Nullable String incident) {
  private static final JsonFactory JSON = new JsonFactory();

  /// A member of the body that is wrong.
  ///
  /// @param pointer JSON pointer, RFC 6901, such as `/context/os`
  /// @param detail what is expected there
  record MemberError(String pointer, String detail) {}

  /// Copies the list.
  Problem {
    errors = List.copyOf(errors);
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), null);
  }

  static Problem of(ProblemType type, String detail, List<MemberError> errors) {
    return new Problem(type, detail, errors, null);
  }

  /// An internal fault.
  static Problem incident(String number) {
    return new Problem(
        ProblemType.INTERNAL_ERROR, "Nothing of your text was kept.", List.of(), number);
  }

  /// The problem document.
  ///
  /// @param base where this service is mounted, such as `/prod`
  String json(String base) {
    var writer = new StringWriter(256);
    try (JsonGenerator out = JSON.createGenerator(writer)) {
      out.writeStartObject();
      out.writeStringField("type", base + "/problems/" + type.slug());
      out.writeStringField("title", type.title());
      out.writeNumberField("status", type.status());
      out.writeStringField("detail", detail);
      if (incident != null) {
        out.writeStringField("instance", "urn:uuid:" + incident);
      }
      if (!errors.isEmpty()) {
        out.writeArrayFieldStart("errors");
        for (MemberError error : errors) {
          out.writeStartObject();
          out.writeStringField("pointer", error.pointer());
          out.writeStringField("detail", error.detail());
          out.writeEndObject();
        }
        out.writeEndArray();
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
