package io.credfix.cli;

import io.credfix.diagnose.Rulebook;
import java.io.PrintWriter;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The commands together, read by the command line library.
@Command(
    name = "credfix",
    description = "Troubleshooting guides for AWS credential and permission errors.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class Commands {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ExplainCommand.class,
          ServeCommand.class,
          McpCommand.class,
          ExportCommand.class,
          CheckCommand.class,
          AutoComplete.GenerateCompletion.class);

  private Commands() {}

  /// What `--version` says.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"credfix " + Rulebook.builtIn().version()};
    }
  }

  /// Runs a command.
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine tool = commands(args);
    tool.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    return tool.setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Commands::misused)
        .setExecutionExceptionHandler(Commands::failed)
        .execute(args);
  }

  /// The commands, or the one that the first argument names: to look at every command's options
  /// takes longer than most answers.
  private static CommandLine commands(String[] args) {
    var tool = new CommandLine(new Commands());
    if (args.length > 0 && args[0].equals("explain")) {
      return tool.addSubcommand(ExplainCommand.class);
    }
    COMMANDS.forEach(tool::addSubcommand);
    return tool;
  }

  /// Arguments may hold a secret pasted by mistake: the line names the option, never its value.
  private static int misused(CommandLine.ParameterException exception, String[] args) {
    CommandLine commandLine = exception.getCommandLine();
    String subject =
        exception.getArgSpec() instanceof OptionSpec option ? option.longestName() : "";
    String command = commandLine.getCommandSpec().qualifiedName();
    commandLine
        .getErr()
        .println(
            "credfix: "
                + (subject.isEmpty()
                    ? "unknown option, or too many or too few arguments"
                    : "the value of " + subject + " is missing or wrong")
                + "; see "
                + command
                + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    return CommandLineTool.failed(exception, commandLine.getErr());
  }
}
