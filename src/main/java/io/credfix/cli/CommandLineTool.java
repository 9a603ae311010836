package io.credfix.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The command line. Loads the command line library only where it is needed.
public final class CommandLineTool {
  private static final int SOFTWARE = 1;
  private static final int USAGE = 2;

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
    @Nullable ExplainRequest explain = PlainArguments.explain(args);
    if (explain == null) {
      return Commands.run(args, out, err);
    }
    try {
      return explain.answer(out, err);
    } catch (RuntimeException e) {
      return failed(e, err);
    }
  }

  /// One line for a usage error, and nothing of the message of anything else: it may hold text.
  ///
  /// @return the exit status
  static int failed(Exception exception, PrintWriter err) {
    if (exception instanceof UsageException) {
      err.println("credfix: " + exception.getMessage());
      err.flush();
      return USAGE;
    }
    err.println("credfix: internal error: " + exception.getClass().getName());
    err.flush();
    return SOFTWARE;
  }
}
