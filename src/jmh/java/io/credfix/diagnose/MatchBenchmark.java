package io.credfix.diagnose;

import io.credfix.bench.Pastes;
import io.credfix.bench.ScaledRules;
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

/// The match stage: every phrase and code of every signature and every piece of evidence, found in
/// one pass.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class MatchBenchmark {
  @Param({"300", "4096", "65536"})
  int size;

  @Param({"1", "10", "100"})
  int rules;

  private Rulebook rulebook;
  private Pastes pastes;

  /// Reads the rulebook.
  @Setup
  public void prepare() {
    rulebook = ScaledRules.times(rules);
    pastes = new Pastes(size);
  }

  /// Folding and matching.
  @Benchmark
  public PhraseIndex.Hits match() {
    return rulebook.search(pastes.next(), List.of());
  }
}
