package io.credfix.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.check.CorpusScore.Result;
import io.credfix.diagnose.source.RuleProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The outcome of `check` as JSON, for a pipeline.
public final class CorpusJson {
  private CorpusJson() {}

  /// One object: `rules`, `cases`, `problems`, and `corpus` when there is a score.
  public static String text(
      int rules, int cases, List<RuleProblem> problems, @Nullable CorpusScore score) {
    var text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      out.writeStartObject();
      out.writeNumberField("rules", rules);
      out.writeNumberField("cases", cases);
      out.writeArrayFieldStart("problems");
      for (RuleProblem problem : problems) {
        out.writeStartObject();
        out.writeStringField("file", problem.file());
        out.writeNumberField("line", problem.line());
        out.writeStringField("reason", problem.reason());
        out.writeStringField("advice", problem.advice());
        out.writeEndObject();
      }
      out.writeEndArray();
      if (score != null) {
        corpus(out, score);
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void corpus(JsonGenerator out, CorpusScore score) throws IOException {
    List<Result> all = score.results();
    out.writeObjectFieldStart("corpus");
    out.writeNumberField("items", all.size());
    share(out, "top1", all, any -> true, result -> result.right(1));
    share(out, "top3", all, any -> true, result -> result.right(3));
    share(out, "falseAlarms", all, Result::negative, result -> !result.right(1));
    share(out, "wronglyCertain", all, any -> true, Result::wronglyCertain);
    share(out, "code", all, result -> result.expectedCode() != null, Result::codeRight);
    share(
        out,
        "operation",
        all,
        result -> result.expectedOperation() != null,
        Result::operationRight);
    out.writeArrayFieldStart("baselines");
    for (Baselines.Figure figure : score.baselines()) {
      out.writeStartObject();
      out.writeStringField("name", figure.name());
      out.writeNumberField("top1", figure.right());
      out.writeNumberField("falseAlarms", figure.falseAlarms());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("causes");
    for (CauseFigures.Row row : CauseFigures.of(all)) {
      out.writeStartObject();
      out.writeStringField("id", row.causeId());
      out.writeNumberField("expected", row.expected());
      out.writeNumberField("named", row.named());
      out.writeNumberField("precision", row.precision());
      out.writeNumberField("recall", row.recall());
      out.writeEndObject();
    }
    out.writeEndArray();
    misses(out, all);
    out.writeEndObject();
  }

  private static void misses(JsonGenerator out, List<Result> all) throws IOException {
    out.writeArrayFieldStart("misses");
    for (Result result : all) {
      if (result.right(1) && result.codeRight() && result.operationRight()) {
        continue;
      }
      out.writeStartObject();
      out.writeStringField("id", result.id());
      out.writeStringField("expected", result.expected());
      out.writeArrayFieldStart("found");
      for (String id : result.found()) {
        out.writeString(id);
      }
      out.writeEndArray();
      out.writeStringField("code", result.code());
      out.writeStringField("expectedCode", result.expectedCode());
      out.writeStringField("operation", result.operation());
      out.writeStringField("expectedOperation", result.expectedOperation());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void share(
      JsonGenerator out,
      String name,
      List<Result> all,
      Predicate<Result> judged,
      Predicate<Result> hit)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", all.stream().filter(judged).filter(hit).count());
    out.writeNumberField("of", all.stream().filter(judged).count());
    out.writeEndObject();
  }
}
