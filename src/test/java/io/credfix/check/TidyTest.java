package io.credfix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.diagnose.source.RuleFolder;
import io.credfix.diagnose.source.RuleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTest {
  private static final String RULE =
      """
      ---
      id: %1$s
      title: A cause
      signatures:
        - says: some words of the tool
          because: The tool says so.
      %2$s
      references:
        - A page: https://docs.aws.amazon.com/
      ---
      The opening.

      ## What you see
      ```error expect=first
      some words of the tool
      ```

      ## Fix: Do this
      Do it.

      ## Verify
      It works.
      """;

  @TempDir Path folder;

  private void rule(String id, String more) throws IOException {
    Path file = Files.createDirectories(folder.resolve("family")).resolve(id + ".md");
    Files.writeString(file, RULE.formatted(id, more));
  }

  private String complaints() throws IOException {
    List<RuleProblem> problems = Tidy.problems(RuleFolder.read(folder), Set.of());
    return String.join("\n", problems.stream().map(RuleProblem::toString).toList());
  }

  @Test
  void aTidyFolderHasNoProblems() throws IOException {
    rule("a-cause", "");
    assertEquals("", complaints());
  }

  @Test
  void aLookAlikeMustExistAndHaveANearMiss() throws IOException {
    rule("a-cause", "look-alikes: {another-cause: \"How to tell.\"}");
    assertTrue(complaints().contains("There is no cause `another-cause`."), complaints());
    assertTrue(complaints().contains("no case says what this cause is not"), complaints());
  }

  @Test
  void beforeMayNotLeadBack() throws IOException {
    rule("a-cause", "before: [b-cause]");
    rule("b-cause", "before: [a-cause]");
    assertTrue(complaints().contains("`before` leads back to `a-cause`"), complaints());
  }

  @Test
  void aFileIsNamedAfterItsCause() throws IOException {
    rule("a-cause", "");
    Files.move(folder.resolve("family/a-cause.md"), folder.resolve("family/other.md"));
    assertTrue(complaints().contains("Name the file a-cause.md."), complaints());
  }

  @Test
  void noCaseHoldsARealKey() throws IOException {
    rule("a-cause", "");
    String key = "AKIA" + "QWERTYUIOP234567";
    Files.writeString(
        folder.resolve("family/a-cause.cases.md"), "# Case\n```error\n" + key + "\n```\n");
    assertTrue(complaints().contains("access key id"), complaints());
    Files.writeString(
        folder.resolve("family/a-cause.cases.md"),
        "# Case\n```error\nAKIAIOSFODNN7EXAMPLE some words of the tool\n```\n");
    assertEquals("", complaints());
  }
}
