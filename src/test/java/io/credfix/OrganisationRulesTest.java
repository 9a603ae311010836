package io.credfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.check.CaseRunner;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.diagnose.source.RuleFolder;
import io.credfix.redact.Submission;
import io.credfix.render.MarkdownRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of an organisation's rules, and what happens to folders that are broken.
class OrganisationRulesTest {
  private static final Path EXAMPLE = Path.of("examples", "organisation-rules");
  private static final String EXPIRED =
      "Error when retrieving token from sso: Token has expired and refresh failed";

  private static String guide(Rulebook rulebook, String error) {
    var explanation =
        new Explainer(rulebook).explain(Submission.of(error), StatedContext.NONE, false);
    return new MarkdownRenderer(rulebook).guide(explanation);
  }

  @Test
  void exampleIsReadWithoutAProblemAndAllItsCasesHold() throws IOException {
    RuleFolder folder = RuleFolder.read(EXAMPLE, Rulebook.builtIn());
    assertEquals(List.of(), folder.problems());
    assertEquals(3, folder.files().size());
    assertEquals(8, folder.cases().size());
    assertEquals(List.of(), new CaseRunner(folder.over(Rulebook.builtIn())).run(folder.cases()));
  }

  @Test
  void exampleChangesABuiltInTextAndKeepsTheRest() {
    String guide = guide(Rules.with(EXAMPLE).rulebook(), EXPIRED);
    assertTrue(guide.startsWith("# Your Example Corp sign-in has expired\n"), guide);
    assertTrue(guide.contains("https://example-corp.awsapps.com/start"), guide);
    assertTrue(guide.contains("aws sso login --profile example-dev"), guide);
    assertTrue(guide.contains("#cloud-help"), guide);
    assertTrue(guide.contains("docs.aws.amazon.com/cli/latest"), guide);
    assertFalse(guide(Rulebook.builtIn(), EXPIRED).contains("Example Corp"));
  }

  @Test
  void aFolderThatIsNotThereLeavesTheBuiltInRules(@TempDir Path folder) {
    Rules rules = Rules.with(folder.resolve("nowhere"));
    assertEquals(1, rules.problems().size());
    assertEquals(Rulebook.builtIn().causes().size(), rules.rulebook().causes().size());
  }

  @Test
  void aBrokenFileIsNamedWithItsLineAndTheOthersWork(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("variables.yaml"), "profile: ours\nsuport: \"#typo\"\n");
    Path family = Files.createDirectory(folder.resolve("identity-center"));
    Files.copy(
        EXAMPLE.resolve("identity-center/sso-session-expired.md"),
        family.resolve("sso-session-expired.md"));
    Files.write(family.resolve("latin.md"), new byte[] {(byte) 0xe4, '\n'});
    Rules rules = Rules.with(folder);
    List<String> problems = rules.problems().stream().map(Object::toString).toList();
    assertEquals(2, problems.size(), problems::toString);
    assertTrue(
        problems.stream().anyMatch(line -> line.startsWith("variables.yaml:2: ")),
        problems::toString);
    assertTrue(
        problems.stream().anyMatch(line -> line.startsWith("identity-center/latin.md: ")),
        problems::toString);
    assertTrue(guide(rules.rulebook(), EXPIRED).contains("Example Corp"));
  }
}
