package io.credfix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.source.ErrorCase;
import io.credfix.diagnose.source.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules that the artifact carries.
class BuiltInRulesTest {
  private static RuleFolder folder;
  private static Rulebook rulebook;

  @BeforeAll
  static void read() throws IOException {
    folder = RuleFolder.read(Path.of("src", "main", "resources", "rules"));
    rulebook = folder.compile("test");
  }

  @Test
  void readWithoutComplaint() {
    assertEquals(List.of(), folder.problems());
  }

  @Test
  void areTidy() {
    assertEquals(List.of(), Tidy.problems(folder, Set.of()));
  }

  /// Ids are public names: portals link to them. None goes away.
  @Test
  void haveEveryCauseThatWasEverPublished() throws IOException {
    List<String> published =
        Files.readAllLines(Path.of("src", "test", "resources", "published-causes.txt"));
    Set<String> missing = new TreeSet<>(published);
    rulebook.causes().forEach(cause -> missing.remove(cause.id()));
    assertEquals(Set.of(), missing);
  }

  @Test
  void areTheOnesInTheArtifact() {
    assertEquals(
        rulebook.causes().stream().map(cause -> cause.id()).toList(),
        Rulebook.builtIn().causes().stream().map(cause -> cause.id()).toList());
  }

  @TestFactory
  List<DynamicTest> cases() {
    var runner = new CaseRunner(rulebook);
    assertTrue(folder.cases().size() > 500, "the cases are missing");
    return folder.cases().stream().map(item -> test(runner, item)).toList();
  }

  private static DynamicTest test(CaseRunner runner, ErrorCase item) {
    return DynamicTest.dynamicTest(
        item.causeId() + ": " + item.name() + " (line " + item.line() + ")",
        Path.of("src", "main", "resources", "rules").resolve(item.file()).toUri(),
        () -> assertEquals(List.of(), runner.run(List.of(item))));
  }
}
