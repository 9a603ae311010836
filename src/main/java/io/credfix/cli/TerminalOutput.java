package io.credfix.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What is known of standard output and input as terminals.
final class TerminalOutput {
  private static final int DEFAULT_WIDTH = 80;
  private static final int MAX_WIDTH = 100;
  private static final int MIN_WIDTH = 40;

  private TerminalOutput() {}

  /// Whether standard output is a terminal, also when standard input is a pipe.
  static boolean isTerminal() {
    return told("credfix.stdout.terminal", 1);
  }

  /// Whether standard input is a terminal, so that someone has to type.
  static boolean isInputTerminal() {
    return told("credfix.stdin.terminal", 0);
  }

  /// The launcher has asked already, at no cost: a shell can, and this process has to start
  /// another.
  private static boolean told(String property, int descriptor) {
    String told = System.getProperty(property);
    return told == null ? test(descriptor) : told.equals("true");
  }

  /// Columns to wrap at: `COLUMNS` within reason, else 80.
  static int width(Map<String, String> environment) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return Math.clamp(columns, MIN_WIDTH, MAX_WIDTH);
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  /// Java only tells of both streams together ([java.io.Console#isTerminal]), and a pipe into this
  /// program is the normal case. `test` tells of one; where there is none, nothing is a terminal.
  private static boolean test(int descriptor) {
    try {
      Process process =
          new ProcessBuilder("test", "-t", String.valueOf(descriptor)).inheritIO().start();
      return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
