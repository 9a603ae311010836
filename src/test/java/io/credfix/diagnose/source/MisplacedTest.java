package io.credfix.diagnose.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedTest {
  private static final String RULE = "---\ntitle: Nothing\n---\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scp-deny.md",
        "credfix/authorization/scp-deny.md",
        "variables.yml",
        "questions.yml",
        "authorization/variables.yaml"
      })
  void namesAFileThatWouldBePassedOver(String path) throws IOException {
    write(path, path.endsWith(".md") ? RULE : "org.support: \"#help\"\n");
    List<RuleProblem> problems = RuleFolder.read(folder).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals(path, problems.getFirst().file());
    assertTrue(problems.getFirst().reason().contains("is not read"), problems::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "ci/check.sh", "docs/more/notes.md", "LICENSE"})
  void leavesOtherFilesAlone(String path) throws IOException {
    write(path, "# Our rules\n");
    assertEquals(List.of(), RuleFolder.read(folder).problems());
  }

  @Test
  void saysWhereToMoveARule() throws IOException {
    write("scp-deny.md", RULE);
    assertTrue(
        RuleFolder.read(folder).problems().getFirst().advice().contains("`FAMILY/scp-deny.md`"));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
