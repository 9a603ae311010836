package io.credfix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.diagnose.Rulebook;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandLineToolTest {
  private static String output(String... args) {
    var out = new StringWriter();
    var writer = new PrintWriter(out);
    assertEquals(0, CommandLineTool.run(args, writer, writer));
    return out.toString();
  }

  @Test
  void everyCommandTellsTheVersion() {
    String version = "credfix " + Rulebook.builtIn().version();
    assertEquals(version, output("--version").strip());
    assertEquals(version, output("mcp", "--version").strip());
  }

  @Test
  void helpAndCompletionKnowEveryCommand() {
    for (String command : new String[] {"explain", "serve", "mcp", "export", "check"}) {
      assertTrue(output("--help").contains("\n  " + command), command);
      assertTrue(output("generate-completion").contains("function _picocli_credfix_" + command));
      assertTrue(output(command, "--help").startsWith("Usage: credfix " + command), command);
    }
  }

  @Test
  void completionOffersValuesAsTheOptionsTakeThem() {
    String script = output("generate-completion");
    assertTrue(script.contains("(\"plain\" \"mkdocs\" \"docusaurus\" \"backstage\")"), script);
    assertTrue(script.contains("(\"linux\" \"macos\" \"windows\")"), script);
    assertTrue(script.contains("(\"markdown\" \"html\" \"json\" \"terminal\")"), script);
  }
}
