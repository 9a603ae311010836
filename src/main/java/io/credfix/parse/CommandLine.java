package io.credfix.parse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A command line of the AWS CLI that stands in the text.
///
/// @param at where it begins
/// @param service the CLI's service, such as `sts`
/// @param command the CLI's command, such as `get-caller-identity`
record CommandLine(int at, String service, String command) {
  /// More than a terminal session has.
  private static final int MOST = 100;

  /// High-level commands that are no API operation.
  private static final Set<String> NOT_SERVICES =
      Set.of("configure", "login", "help", "s3", "sso", "ecs-deploy");

  private static final Set<String> NOT_OPERATIONS =
      Set.of(
          "deploy",
          "package",
          "login",
          "get-login",
          "update-kubeconfig",
          "get-token",
          "wait",
          "help",
          "credential-helper");

  /// Global options that take a value.
  private static final Set<String> VALUED =
      Set.of(
          "--profile",
          "--region",
          "--output",
          "--endpoint-url",
          "--ca-bundle",
          "--color",
          "--cli-read-timeout",
          "--cli-connect-timeout");

  /// How the CLI's own errors begin, which have no code.
  private static final List<String> ERRORS =
      List.of(
          "Unable to ",
          "unable to ",
          "Error when retrieving ",
          "Error loading ",
          "Error: ",
          "ERROR: ",
          "aws: [ERROR]",
          "The config profile ",
          "The SSO session ",
          "The source profile ",
          "The source_profile ",
          "Token has expired",
          "Token for ",
          "Your session has expired",
          "Missing the following ",
          "Missing required ",
          "Partial credentials ",
          "Could not connect ",
          "Connect timeout ",
          "Read timeout ",
          "Connection was closed ",
          "You must specify a region",
          "Provided region_name ",
          "Invalid endpoint",
          "Infinite loop ",
          "SSL validation failed ",
          "[SSL",
          "Failed to connect to proxy ",
          "Credentials were refreshed",
          "'NoneType' object");

  /// The first command line; null when there is none.
  static @Nullable CommandLine first(ReadableText text) {
    return next(text, 0);
  }

  /// The first command line whose error stands right below; null when there is none.
  static @Nullable CommandLine failing(ReadableText text) {
    @Nullable CommandLine line = next(text, 0);
    for (int count = 0; line != null && count < MOST; count++) {
      if (line.fails(text)) {
        return line;
      }
      line = next(text, line.at + 4);
    }
    return null;
  }

  /// The last command line in front of a place; null when there is none.
  static @Nullable CommandLine lastBefore(ReadableText text, int place) {
    @Nullable CommandLine last = null;
    @Nullable CommandLine line = next(text, 0);
    for (int count = 0; line != null && line.at < place && count < MOST; count++) {
      last = isPhrase(text, line.at) ? last : line;
      line = next(text, line.at + 4);
    }
    return last;
  }

  /// True for a command that a message recommends: `by running "aws configure"`.
  static boolean isPhrase(ReadableText text, int at) {
    char before = text.charAt(at - 1);
    return before == '"' || before == '\'' || text.text().startsWith("un aws ", at - 3);
  }

  private static @Nullable CommandLine next(ReadableText text, int from) {
    String plain = text.text();
    int at = text.find("aws ", from);
    for (int count = 0; at >= 0 && count < MOST; count++) {
      char before = text.charAt(at - 1);
      if (before == '\0'
          || before == '\n'
          || before == ' '
          || before == '`'
          || before == '*'
          || before == '>'
          || before == '(') {
        @Nullable CommandLine line = parse(plain, at);
        if (line != null) {
          return line;
        }
      }
      at = text.find("aws ", at + 4);
    }
    return null;
  }

  private static @Nullable CommandLine parse(String text, int at) {
    int end = text.indexOf('\n', at);
    String line = text.substring(at + 4, Math.min(end < 0 ? text.length() : end, at + 300));
    @Nullable String service = null;
    boolean value = false;
    for (String word : line.split(" ", 40)) {
      if (word.isEmpty()) {
        continue;
      }
      if (value) {
        value = false;
      } else if (word.startsWith("--")) {
        value = VALUED.contains(word);
      } else if (!isCommand(word)) {
        return null;
      } else if (service == null) {
        service = word;
      } else {
        boolean dashed = word.indexOf('-') > 0 || service.equals("s3") || service.equals("lambda");
        return dashed || NOT_SERVICES.contains(service) ? new CommandLine(at, service, word) : null;
      }
    }
    return null;
  }

  private static boolean isCommand(String word) {
    boolean lower = Characters.isLower(word.charAt(0)) && word.length() <= 60;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      lower &= Characters.isLower(c) || Characters.isDigit(c) || c == '-';
    }
    return lower;
  }

  /// True when the line below is an error of the CLI's own.
  private boolean fails(ReadableText text) {
    String plain = text.text();
    // Node says of what it ran: `Error: Command failed: aws sts get-caller-identity`.
    if (plain.startsWith("ommand failed: ", at - "ommand failed: ".length())) {
      return true;
    }
    int end = plain.indexOf('\n', at);
    if (end < 0) {
      return false;
    }
    int below = text.skipSpace(end);
    return ERRORS.stream().anyMatch(error -> plain.startsWith(error, below));
  }

  /// The API operation; null for high-level commands.
  @Nullable String operation() {
    return NOT_SERVICES.contains(service) && !(service.equals("sso") && command.startsWith("get-"))
            || NOT_OPERATIONS.contains(command)
        ? null
        : Operations.fromCommand(command);
  }

  /// The service's signing name; null where the CLI's own commands stand.
  @Nullable String signingName() {
    return switch (service) {
      case "configure", "login", "help" -> null;
      case "s3api" -> "s3";
      case "elbv2", "elb" -> "elasticloadbalancing";
      case "deploy" -> "codedeploy";
      default -> service;
    };
  }
}
