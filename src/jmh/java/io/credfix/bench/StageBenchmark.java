package io.credfix.bench;

import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Diagnostician;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.parse.ErrorParser;
import io.credfix.parse.ErrorReport;
import io.credfix.redact.Redacted;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import io.credfix.render.Explanation;
import io.credfix.render.MarkdownRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One stage at a time; every stage gets what the stages before it made.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class StageBenchmark {
  @Param({"300", "4096", "65536"})
  int size;

  private final Redactor redactor = new Redactor();
  private final ErrorParser parser = new ErrorParser();
  private final Rulebook rulebook = ScaledRules.times(1);
  private final Diagnostician diagnostician = new Diagnostician(rulebook);
  private final MarkdownRenderer renderer = new MarkdownRenderer(rulebook);
  private final List<Redacted> redacted = new ArrayList<>();
  private final List<ErrorReport> reports = new ArrayList<>();
  private final List<Explanation> explanations = new ArrayList<>();
  private Pastes pastes;

  /// Runs every stage once over every text.
  @Setup
  public void prepare() {
    pastes = new Pastes(size);
    for (String text : pastes.all()) {
      Redacted clean = redactor.redact(Submission.of(text));
      ErrorReport report = parser.parse(clean);
      Diagnosis diagnosis = diagnostician.diagnose(clean, report, StatedContext.NONE);
      redacted.add(clean);
      reports.add(report);
      explanations.add(new Explanation(clean, diagnosis, false, rulebook.version()));
    }
  }

  /// Raw text in, labels in the places of secrets out.
  @Benchmark
  public Redacted redact() {
    return redactor.redact(Submission.of(pastes.next()));
  }

  /// Codes, operations, facts.
  @Benchmark
  public ErrorReport parse() {
    return parser.parse(redacted.get(pastes.nextIndex()));
  }

  /// Matching, evidence, ranking, questions.
  @Benchmark
  public Diagnosis diagnose() {
    int index = pastes.nextIndex();
    return diagnostician.diagnose(redacted.get(index), reports.get(index), StatedContext.NONE);
  }

  /// The guide.
  @Benchmark
  public String render() {
    return renderer.guide(explanations.get(pastes.nextIndex()));
  }
}
