package io.credfix.cli;

import io.credfix.check.CaseRunner;
import io.credfix.check.CorpusScore;
import io.credfix.check.CorpusTable;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `credfix check`.
@Command(
    name = "check",
    description = "Validate rules, run their cases, score them on a corpus.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--rules", paramLabel = "DIR", description = "A folder of rules.")
  @Nullable Path rules;

  @Option(names = "--corpus", paramLabel = "FILE", description = "Labelled texts, JSON Lines.")
  @Nullable Path corpus;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path folder = rules != null ? rules : sources();
    List<RuleProblem> problems = new ArrayList<>();
    Rulebook rulebook = Rulebook.builtIn();
    if (folder != null) {
      RuleFolder read = RuleFolder.read(folder);
      rulebook = read.compile(rulebook.version());
      problems.addAll(read.problems());
      problems.addAll(new CaseRunner(rulebook).run(read.cases()));
      out.printf(
          "%d rules, %d cases, %d problems%n",
          read.files().size(), read.cases().size(), problems.size());
      problems.forEach(problem -> out.println("  " + problem));
    }
    if (corpus != null) {
      out.println();
      out.print(CorpusTable.text(CorpusScore.of(rulebook, corpus)));
    }
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }

  /// The source rules, when this runs in a checkout.
  private static @Nullable Path sources() {
    String home = System.getProperty("credfix.home");
    Path folder = home == null ? null : Path.of(home, "src", "main", "resources", "rules");
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }
}
