package io.credfix.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /// Columns to wrap at, within reason: `COLUMNS`, which shells seldom hand on, else what the
  /// terminal says, else 80.
  static int width(Map<String, String> environment) {
    String told = environment.getOrDefault("COLUMNS", "");
    return width(told.isEmpty() ? columnsOfTerminal() : told);
  }

  /// Columns to wrap at when so many are told.
  static int width(String told) {
    try {
      int columns = Integer.parseInt(told);
      return columns == 0 ? DEFAULT_WIDTH : Math.clamp(columns, MIN_WIDTH, MAX_WIDTH);
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  /// `stty size` answers `rows columns`. Where there is no terminal or no such program, nothing.
  private static String columnsOfTerminal() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII)) {
        String line = reader.readLine();
        return line == null ? "" : line.substring(line.indexOf(' ') + 1).strip();
      }
    } catch (IOException e) {
      return "";
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
