package io.credfix.cli;

import io.credfix.Rules;
import io.credfix.diagnose.Rulebook;
import java.io.PrintWriter;

/// The rules that the environment asks for, at a command.
final class OwnRules {
  private OwnRules() {}

  /// The rulebook; what could not be read of the organisation's folder is said, and the rest works.
  static Rulebook rulebook(PrintWriter err) {
    Rules rules = Rules.ofEnvironment();
    rules.problems().forEach(problem -> err.println("credfix: rules: " + problem));
    err.flush();
    return rules.rulebook();
  }
}
