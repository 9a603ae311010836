package io.credfix.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the plain spelling of `explain`: known options once each, followed by their values, and at
/// most one file. To load the command line library takes longer than the answer, so it is asked
/// about everything else: help, `--option=value`, files of arguments, and whatever is wrong.
final class PlainArguments {
  private static final String COMMAND = "explain";

  private PlainArguments() {}

  /// The request; null for everything that is not plain.
  static @Nullable ExplainRequest explain(String[] args) {
    if (args.length == 0 || !args[0].equals(COMMAND)) {
      return null;
    }
    var request = new ExplainRequest();
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < args.length; i++) {
      String argument = args[i];
      if (argument.startsWith("--")) {
        if (i + 1 == args.length
            || !seen.add(argument)
            || !isPlain(args[i + 1])
            || !set(request, argument, args[i + 1])) {
          return null;
        }
        i++;
      } else if (request.file != null || !isPlain(argument) || !file(request, argument)) {
        return null;
      }
    }
    return request;
  }

  /// Nothing that the library gives a meaning of its own: no option, no `@file`, no quotes, no
  /// variable, not empty.
  private static boolean isPlain(String value) {
    return !value.isBlank()
        && value.charAt(0) != '-'
        && value.charAt(0) != '@'
        && value.indexOf('"') < 0
        && value.indexOf('$') < 0
        && value.indexOf('%') < 0;
  }

  private static boolean file(ExplainRequest request, String name) {
    try {
      request.file = Path.of(name);
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean set(ExplainRequest request, String option, String value) {
    switch (option) {
      case "--key-prefix" -> request.keyPrefix = value;
      case "--format" -> request.format = format(value);
      case "--color" -> {
        ExplainRequest.@Nullable Color color = color(value);
        if (color == null) {
          return false;
        }
        request.color = color;
      }
      case "--tool" -> request.tool = value;
      case "--os" -> request.os = value;
      case "--shell" -> request.shell = value;
      case "--runs-on" -> request.runsOn = value;
      case "--region" -> request.region = value;
      default -> {
        return false;
      }
    }
    return !option.equals("--format") || request.format != null;
  }

  private static ExplainRequest.@Nullable Format format(String word) {
    for (ExplainRequest.Format format : ExplainRequest.Format.values()) {
      if (format.name().equals(word)) {
        return format;
      }
    }
    return null;
  }

  private static ExplainRequest.@Nullable Color color(String word) {
    for (ExplainRequest.Color color : ExplainRequest.Color.values()) {
      if (color.name().equals(word)) {
        return color;
      }
    }
    return null;
  }
}
