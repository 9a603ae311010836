package io.credfix.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Fix;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.Question;
import io.credfix.diagnose.RankedCause;
import io.credfix.diagnose.Reference;
import io.credfix.diagnose.RuledOut;
import io.credfix.parse.ReportedError;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.Redaction;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Writes an explanation as the JSON document of the contract. Immutable and thread-safe.
public final class JsonRenderer {
  private final JsonFactory factory = new JsonFactory();
  private final MarkdownRenderer markdown;

  /// @param markdown writes the member `guide`
  public JsonRenderer(MarkdownRenderer markdown) {
    this.markdown = markdown;
  }

  /// The JSON document.
  public String render(Explanation explanation) {
    var writer = new StringWriter(8192);
    try (JsonGenerator out = factory.createGenerator(writer)) {
      document(out, explanation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }

  private void document(JsonGenerator out, Explanation explanation) throws IOException {
    Diagnosis diagnosis = explanation.diagnosis();
    out.writeStartObject();
    out.writeBooleanField("recognized", diagnosis.recognized());
    out.writeStringField("title", Titles.of(diagnosis));
    out.writeStringField("redactedError", explanation.redacted().text());
    out.writeArrayFieldStart("redactions");
    for (Redaction redaction : explanation.redacted().redactions()) {
      out.writeStartObject();
      out.writeStringField("kind", redaction.kind());
      out.writeNumberField("count", redaction.count());
      out.writeEndObject();
    }
    out.writeEndArray();
    error(out, diagnosis.report().primary());
    key(out, diagnosis.key());
    out.writeArrayFieldStart("causes");
    for (RankedCause cause : diagnosis.causes()) {
      cause(out, cause, diagnosis);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("ruledOut");
    for (RuledOut other : diagnosis.ruledOut()) {
      out.writeStartObject();
      out.writeStringField("id", other.cause().id());
      out.writeStringField("because", other.because());
      out.writeEndObject();
    }
    out.writeEndArray();
    questions(out, diagnosis);
    out.writeStringField("guide", markdown.guide(explanation));
    out.writeStringField("rulebook", explanation.rulebook());
    out.writeEndObject();
  }

  private static void error(JsonGenerator out, ReportedError error) throws IOException {
    out.writeObjectFieldStart("error");
    out.writeStringField("code", error.code());
    out.writeStringField("message", error.message());
    out.writeStringField("operation", error.operation());
    out.writeStringField("service", error.service());
    if (error.httpStatus() == null) {
      out.writeNullField("httpStatus");
    } else {
      out.writeNumberField("httpStatus", error.httpStatus());
    }
    out.writeStringField("requestId", error.requestId());
    out.writeStringField("region", error.region());
    out.writeStringField("principal", error.principal());
    out.writeStringField("action", error.action());
    out.writeStringField("resource", error.resource());
    out.writeStringField(
        "policyType", error.policyType() == null ? null : error.policyType().words());
    out.writeStringField("policyArn", error.policyArn());
    out.writeStringField("tool", error.tool());
    out.writeEndObject();
  }

  private static void key(JsonGenerator out, @Nullable KeyPrefix key) throws IOException {
    out.writeObjectFieldStart("key");
    out.writeStringField("kind", key == null ? "unknown" : key.kind().label());
    out.writeStringField("prefix", key == null ? null : key.prefix());
    out.writeStringField("accountId", key == null ? null : key.accountId());
    out.writeEndObject();
  }

  private static void cause(JsonGenerator out, RankedCause ranked, Diagnosis diagnosis)
      throws IOException {
    Cause cause = ranked.cause();
    PlaceholderValues values = diagnosis.values();
    out.writeStartObject();
    out.writeStringField("id", cause.id());
    out.writeStringField("title", values.fill(cause.title()));
    out.writeStringField("likelihood", ranked.likelihood().label());
    out.writeArrayFieldStart("because");
    for (String sentence : ranked.because()) {
      out.writeString(sentence);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("fixes");
    for (Fix fix : ranked.fixes()) {
      out.writeStartObject();
      out.writeStringField("title", values.fill(fix.title()));
      out.writeStringField(
          "markdown", values.fill(ShellBlocks.only(fix.markdown(), diagnosis.context())));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringField(
        "verify", values.fill(ShellBlocks.only(cause.verify(), diagnosis.context())));
    out.writeArrayFieldStart("references");
    for (Reference reference : cause.references()) {
      out.writeStartObject();
      out.writeStringField("title", reference.title());
      out.writeStringField("url", reference.url());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void questions(JsonGenerator out, Diagnosis diagnosis) throws IOException {
    out.writeArrayFieldStart("questions");
    for (Question question : diagnosis.questions()) {
      out.writeStartObject();
      out.writeStringField("id", question.id());
      out.writeStringField("text", question.text());
      out.writeArrayFieldStart("answers");
      for (Question.Answer answer : question.answers()) {
        out.writeStartObject();
        out.writeStringField("id", answer.id());
        out.writeStringField("text", answer.text());
        out.writeStringField("cause", answer.causeId());
        out.writeStringField("meaning", answer.meaning());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
