package io.credfix;

import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.source.RuleFolder;
import io.credfix.diagnose.source.RuleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules in use: the built-in ones, and the organisation's on top where a folder is named.
///
/// @param rulebook compiled
/// @param problems what could not be read of the organisation's folder; its other files and the
///   built-in rules work all the same
public record Rules(Rulebook rulebook, List<RuleProblem> problems) {
  /// Names the organisation's folder.
  public static final String VARIABLE = "CREDFIX_RULES";

  /// Where a Lambda layer's `credfix/` folder appears.
  private static final Path LAYER = Path.of("/opt/credfix");

  /// Copies the list.
  public Rules {
    problems = List.copyOf(problems);
  }

  /// The rules that the environment asks for: `CREDFIX_RULES`, else a layer's folder, else the
  /// built-in ones.
  public static Rules ofEnvironment() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return with(Path.of(named));
    }
    return with(Files.isDirectory(LAYER) ? LAYER : null);
  }

  /// The built-in rules with a folder on top.
  ///
  /// @param folder null: only the built-in ones
  public static Rules with(@Nullable Path folder) {
    Rulebook builtIn = Rulebook.builtIn();
    if (folder == null) {
      return new Rules(builtIn, List.of());
    }
    try {
      RuleFolder read = RuleFolder.read(folder, builtIn);
      return new Rules(read.over(builtIn), read.problems());
    } catch (IOException e) {
      return new Rules(
          builtIn,
          List.of(
              new RuleProblem(
                  folder.toString(), 0, "The folder cannot be read.", "Check the path.")));
    }
  }
}
