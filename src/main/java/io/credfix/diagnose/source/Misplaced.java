package io.credfix.diagnose.source;

import java.util.Set;

/// Files that somebody wrote as rules and that would be passed over in silence: at the wrong depth,
/// or under a name that is nearly the right one. A README or a script beside the rules is none.
final class Misplaced {
  /// How deep a folder is looked through; rules stand at two.
  static final int DEPTH = 4;

  private static final Set<String> NEARLY = Set.of("variables.yml", "questions.yml");

  private Misplaced() {}

  /// True for `family/name`.
  static boolean isInFamily(String path) {
    int slash = path.indexOf('/');
    return slash > 0 && path.indexOf('/', slash + 1) < 0;
  }

  /// @param path inside the folder, of a file that is not read
  static void check(String path, String text) throws RuleFileException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (NEARLY.contains(path)) {
      throw new RuleFileException(
          1,
          "The file is not read: its name ends in `.yml`.",
          "Call it `" + path.replace(".yml", ".yaml") + "`.");
    }
    if (path.contains("/") && (name.equals("variables.yaml") || name.equals("questions.yaml"))) {
      throw new RuleFileException(
          1, "The file is not read: it stands in a folder.", "Move it to the top: `" + name + "`.");
    }
    if (path.endsWith(".md") && !isInFamily(path) && text.startsWith("---")) {
      throw new RuleFileException(
          1,
          "The rule is not read: it is not directly in a family's folder.",
          "Move it to `FAMILY/" + name + "`, such as `authorization/" + name + "`.");
    }
  }
}
