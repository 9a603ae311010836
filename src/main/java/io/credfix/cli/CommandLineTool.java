package io.credfix.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands together.
@Command(
    name = "credfix",
    description = "Troubleshooting guides for AWS credential and permission errors.",
    mixinStandardHelpOptions = true,
    subcommands = {ExplainCommand.class, ExportCommand.class, CheckCommand.class})
public final class CommandLineTool {
  private CommandLineTool() {}

  /// Runs a command.
  ///
  /// @return the exit status: 0 done, 1 failed, 2 usage, 3 not recognized
  public static int run(String[] args) {
    return new CommandLine(new CommandLineTool())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .execute(args);
  }
}
