package io.credfix.cli;

import io.credfix.check.CaseRunner;
import io.credfix.check.CorpusJson;
import io.credfix.check.CorpusScore;
import io.credfix.check.CorpusTable;
import io.credfix.check.Tidy;
import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.source.RuleFolder;
import io.credfix.diagnose.source.RuleProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `credfix check`.
@Command(
    name = "check",
    description = {
      "Validate rules, run their cases, score them on a corpus.",
      "Without --rules, in a checkout: the built-in rules' sources."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  credfix check",
      "  credfix check --rules our-rules",
      "  credfix check --corpus labelled.jsonl --format json"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int USAGE = 2;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "A folder of your own rules, on top of the built-in ones.")
  @Nullable Path rules;

  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description =
          "Labelled texts, JSON Lines: text, cause, also, key_prefix, error_code, operation.")
  @Nullable Path corpus;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table or json.")
  Format format = Format.table;

  /// How the outcome is printed.
  enum Format {
    table,
    json
  }

  /// What is checked.
  ///
  /// @param ids that the files may refer to without having them
  private record Subject(RuleFolder folder, Rulebook rulebook, Set<String> ids) {}

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    @Nullable Subject subject;
    @Nullable CorpusScore score = null;
    Rulebook rulebook;
    try {
      subject = subject();
      rulebook = subject == null ? OwnRules.rulebook(err) : subject.rulebook();
    } catch (IOException e) {
      err.println("The folder of rules cannot be read.");
      return USAGE;
    }
    try {
      if (corpus != null) {
        score = CorpusScore.of(rulebook, corpus);
      }
    } catch (IOException e) {
      err.println("The corpus cannot be read: it must be JSON Lines with `text` and `cause`.");
      return USAGE;
    }
    List<RuleProblem> problems = subject == null ? List.of() : problems(subject);
    int cases = subject == null ? 0 : subject.folder().cases().size();
    int files = subject == null ? rulebook.causes().size() : subject.folder().files().size();
    if (format == Format.json) {
      out.println(CorpusJson.text(files, cases, problems, score));
    } else {
      out.printf("%d rules, %d cases, %d problems%n", files, cases, problems.size());
      problems.forEach(problem -> out.println("  " + problem));
      if (score != null) {
        out.println();
        out.print(CorpusTable.text(score));
      }
    }
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }

  private @Nullable Subject subject() throws IOException {
    Rulebook builtIn = Rulebook.builtIn();
    if (rules != null) {
      RuleFolder read = RuleFolder.read(rules, builtIn);
      return new Subject(
          read,
          read.over(builtIn),
          builtIn.causes().stream().map(Cause::id).collect(Collectors.toSet()));
    }
    Path sources = sources();
    if (sources == null) {
      return null;
    }
    RuleFolder read = RuleFolder.read(sources);
    return new Subject(read, read.compile(builtIn.version()), Set.of());
  }

  private static List<RuleProblem> problems(Subject subject) {
    List<RuleProblem> problems = new ArrayList<>(subject.folder().problems());
    problems.addAll(Tidy.problems(subject.folder(), subject.ids()));
    problems.addAll(new CaseRunner(subject.rulebook()).run(subject.folder().cases()));
    return problems;
  }

  /// The source rules, when this runs in a checkout.
  private static @Nullable Path sources() {
    String home = System.getProperty("credfix.home");
    Path folder = home == null ? null : Path.of(home, "src", "main", "resources", "rules");
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }
}
