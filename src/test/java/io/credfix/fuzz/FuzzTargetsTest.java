package io.credfix.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.CannedFuzzedDataProvider;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.credfix.diagnose.source.ErrorCase;
import io.credfix.diagnose.source.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every seed through every target, without the fuzzer: what `.ci/fuzz` begins with is sound.
class FuzzTargetsTest {
  record Target(String name, Consumer<FuzzedDataProvider> run) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Target> targets() {
    return Stream.of(
        new Target("redact", RedactTarget::fuzzerTestOneInput),
        new Target("parse", ParseTarget::fuzzerTestOneInput),
        new Target("diagnose", DiagnoseTarget::fuzzerTestOneInput),
        new Target("render", RenderTarget::fuzzerTestOneInput));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void holdsForEveryCase(Target target) throws IOException {
    List<ErrorCase> cases = RuleFolder.read(Path.of("src", "main", "resources", "rules")).cases();
    assertTrue(cases.size() > 500);
    for (ErrorCase item : cases) {
      target.run().accept(provider(item.text()));
    }
  }

  private static FuzzedDataProvider provider(String text) {
    return CannedFuzzedDataProvider.create(List.of(text));
  }
}
