package io.credfix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.Main;
import io.credfix.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line with `CREDFIX_RULES`, in a process of its own.
class OwnRulesTest {
  private static final String EXPIRED =
      "Error when retrieving token from sso: Token has expired and refresh failed\n";

  /// @param out standard output
  /// @param err standard error
  private record Run(int status, String out, String err) {}

  private static Run explain(Path rules, Path folder) throws IOException, InterruptedException {
    Path error = Files.writeString(folder.resolve("error.txt"), EXPIRED);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "explain",
            "--format",
            "markdown",
            error.toString());
    builder.environment().put(Rules.VARIABLE, rules.toString());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void explainsByTheOrganisationsRules(@TempDir Path folder) throws Exception {
    Run run = explain(Path.of("examples", "organisation-rules").toAbsolutePath(), folder);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("# Your Example Corp sign-in has expired\n"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void namesABrokenFileOnStandardErrorAndExplainsAllTheSame(@TempDir Path folder) throws Exception {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("variables.yaml"), "profile: ours\nsuport: typo\n");
    Run run = explain(rules, folder);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("`sso-session-expired`"), run.out());
    assertTrue(
        run.err().startsWith("credfix: rules: variables.yaml:2: There is no variable `suport`."),
        run.err());
  }
}
