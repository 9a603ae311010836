package io.credfix.diagnose.source;

import io.credfix.diagnose.QuestionRule;
import io.credfix.diagnose.Rule;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.RulebookBuilder;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder of rule files: every `*.md` in a family's folder is a rule, every `*.cases.md` its
/// cases, `questions.yaml` what may be asked, `variables.yaml` the organisation's variables.
///
/// @param files what could be read
/// @param cases of the case files and of the rules' own examples
/// @param questions what may be asked
/// @param variables by name, such as `org.support`
/// @param problems what could not be read
public record RuleFolder(
    List<RuleFile> files,
    List<ErrorCase> cases,
    List<QuestionRule> questions,
    Map<String, String> variables,
    List<RuleProblem> problems) {
  /// Families in the catalogue's order; others follow by name.
  private static final List<String> FAMILIES =
      List.of(
          "credentials-missing",
          "credentials-rejected",
          "identity-center",
          "roles-and-federation",
          "authorization",
          "network",
          "not-ours");

  /// Copies the collections.
  public RuleFolder {
    files = List.copyOf(files);
    cases = List.copyOf(cases);
    questions = List.copyOf(questions);
    variables = Map.copyOf(variables);
    problems = List.copyOf(problems);
  }

  /// Reads a whole rulebook; a file that cannot be read becomes a problem and the others go on.
  ///
  /// @throws IOException when the folder itself cannot be read
  public static RuleFolder read(Path folder) throws IOException {
    return read(folder, List.of());
  }

  /// Reads an organisation's folder. A file whose id is one of the built-in rules' changes that
  /// rule: its texts replace the built-in ones, its fixes come before them, its signatures and
  /// evidence are added.
  ///
  /// @throws IOException when the folder itself cannot be read
  public static RuleFolder read(Path folder, Rulebook builtIn) throws IOException {
    return read(folder, builtIn.rules());
  }

  private static RuleFolder read(Path folder, List<Rule> builtIn) throws IOException {
    Map<String, Rule> known = new HashMap<>();
    builtIn.forEach(rule -> known.put(rule.cause().id(), rule));
    List<RuleFile> files = new ArrayList<>();
    List<ErrorCase> cases = new ArrayList<>();
    List<QuestionRule> questions = new ArrayList<>();
    Map<String, String> variables = new HashMap<>();
    List<RuleProblem> problems = new ArrayList<>();
    for (Path file : sorted(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      try {
        String text = Files.readString(file);
        if (path.equals("questions.yaml")) {
          questions.addAll(QuestionFile.read(text));
        } else if (path.equals("variables.yaml")) {
          variables.putAll(VariableFile.read(text));
        } else if (path.endsWith(".cases.md")) {
          String name = file.getFileName().toString();
          cases.addAll(
              ErrorCase.read(
                  path,
                  Arrays.asList(text.split("\r?\n", -1)),
                  0,
                  name.substring(0, name.length() - ".cases.md".length())));
        } else if (path.endsWith(".md") && Misplaced.isInFamily(path)) {
          RuleFile rule = RuleFile.read(path, path.substring(0, path.indexOf('/')), text, known);
          files.add(rule);
          cases.addAll(rule.examples());
        } else {
          Misplaced.check(path, text);
        }
      } catch (RuleFileException e) {
        problems.add(e.in(path));
      } catch (MalformedInputException e) {
        problems.add(new RuleProblem(path, 0, "The file is not UTF-8.", "Save it as UTF-8."));
      }
    }
    return new RuleFolder(files, cases, questions, variables, problems);
  }

  /// The rulebook of what could be read.
  public Rulebook compile(String version) {
    List<Rule> rules = files.stream().map(RuleFile::rule).toList();
    return RulebookBuilder.build(version, rules, questions, variables);
  }

  /// The built-in rulebook with what could be read of this folder on top.
  public Rulebook over(Rulebook builtIn) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    builtIn.rules().forEach(rule -> rules.put(rule.cause().id(), rule));
    files.forEach(file -> rules.put(file.rule().cause().id(), file.rule()));
    List<QuestionRule> asked = new ArrayList<>(builtIn.questions());
    asked.addAll(questions);
    Map<String, String> values = new HashMap<>(builtIn.variables());
    values.putAll(variables);
    return RulebookBuilder.build(builtIn.version(), List.copyOf(rules.values()), asked, values);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, Misplaced.DEPTH)) {
      return walk.filter(Files::isRegularFile)
          .sorted(
              java.util.Comparator.comparingInt((Path file) -> family(folder, file))
                  .thenComparing(Path::toString))
          .toList();
    }
  }

  private static int family(Path folder, Path file) {
    int index = FAMILIES.indexOf(folder.relativize(file).getName(0).toString());
    return index < 0 ? FAMILIES.size() : index;
  }
}
