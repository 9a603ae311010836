package io.credfix.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands together.
@Command(
    name = "credfix",
    description = "Troubleshooting guides for AWS credential and permission errors.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ExplainCommand.class,
      ServeCommand.class,
      ExportCommand.class,
      CheckCommand.class,
      AutoComplete.GenerateCompletion.class
    })
public final class CommandLineTool {
  private CommandLineTool() {}

  /// Runs a command on the process's own streams.
  ///
  /// @return the exit status: 0 done, 1 failed, 2 usage, 3 not recognized
  public static int run(String[] args) {
    return run(
        args,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  /// Runs a command.
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new CommandLineTool())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(CommandLineTool::failed)
        .execute(args);
  }

  /// One line for a usage error, and nothing of the message of anything else: it may hold text.
  private static int failed(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (exception instanceof UsageException) {
      err.println("credfix: " + exception.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    err.println("credfix: internal error: " + exception.getClass().getName());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
