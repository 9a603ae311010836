package io.credfix.diagnose.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFolderTest {
  private static final String RULE =
      """
      ---
      id: a-cause
      title: A cause
      signatures:
        - says: some words of the tool
          because: The tool says so.
      references:
        - A page: https://docs.aws.amazon.com/
      ---
      The opening.

      ## What you see
      ```error expect=first
      some words of the tool
      ```

      ## Fix: Do this
      ```bash
      aws sts get-caller-identity
      ```

      ## Verify
      It works.
      """;

  @TempDir Path folder;

  private RuleFolder read(String text) throws IOException {
    write("family/a-cause.md", text);
    return RuleFolder.read(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void readsAWholeRule() throws IOException {
    RuleFolder read = read(RULE);
    assertEquals(List.of(), read.problems());
    Cause cause = read.files().getFirst().rule().cause();
    assertEquals("a-cause", cause.id());
    assertEquals("family", cause.family());
    assertEquals("The opening.", cause.opening());
    assertEquals("Do this", cause.fixes().getFirst().title());
    assertEquals("some words of the tool", read.cases().getFirst().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: A cause     | titel: A cause          | 3  | There is no key
          says: some         | sayz: some              | 5  | There is no condition
          because: The       | why: The                | 6  | There is no condition
          https://docs       | http://docs             | 8  | https
          ## Verify          | ## Check                | 21 | There is no section
          ## Fix: Do this    | ## Fix                  | 16 | no title
          expect=first       | expect=maybe            | 13 | cannot be
          title: A cause     | title: [A, cause]       | 3  | A text was expected
          """)
  void namesFileLineAndReason(String right, String wrong, int line, String reason)
      throws IOException {
    RuleFolder read = read(RULE.replace(right.strip(), wrong.strip()));
    assertEquals(1, read.problems().size(), () -> read.problems().toString());
    RuleProblem problem = read.problems().getFirst();
    assertEquals("family/a-cause.md", problem.file());
    assertTrue(problem.reason().contains(reason.strip()), problem::toString);
    assertEquals(line, problem.line(), problem::toString);
    assertTrue(!problem.advice().isBlank());
  }

  @Test
  void aBrokenFileLeavesTheOthersWorking() throws IOException {
    write("family/broken.md", "no front matter");
    RuleFolder read = read(RULE);
    assertEquals(1, read.files().size());
    assertEquals("family/broken.md", read.problems().getFirst().file());
  }

  @Test
  void anOrganisationChangesOneText() throws IOException {
    Rulebook builtIn = read(RULE).compile("2026.11.0");
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.createDirectories(own.resolve("family"));
    Files.writeString(
        own.resolve("family/a-cause.md"),
        """
        ---
        id: a-cause
        ---
        Ask in #cloud-help.

        ## Fix: Use the portal
        Open it.
        """);
    Files.writeString(own.resolve("variables.yaml"), "support: \"#cloud-help\"\n");
    RuleFolder changed = RuleFolder.read(own, builtIn);
    assertEquals(List.of(), changed.problems());
    Rulebook rulebook = changed.over(builtIn);
    Cause cause = rulebook.cause("a-cause").orElseThrow();
    assertEquals("Ask in #cloud-help.", cause.opening());
    assertEquals(
        List.of("Use the portal", "Do this"),
        cause.fixes().stream().map(fix -> fix.title()).toList());
    assertEquals("A cause", cause.title());
    assertEquals("#cloud-help", rulebook.variables().get("org.support"));
  }
}
