package io.credfix;

import io.credfix.cli.CommandLineTool;

/// The command line: `explain`, `serve`, `mcp`, `export`, `check`.
public final class Main {
  private Main() {}

  /// Runs a command and exits with its status.
  public static void main(String[] args) {
    System.exit(CommandLineTool.run(args));
  }
}
