package io.credfix.cli;

import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.KeyKind;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.Submission;
import io.credfix.render.Explanation;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `credfix explain`.
@Command(
    name = "explain",
    description = "Explain an AWS error: from a file or from standard input.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  static final int NOT_RECOGNIZED = 3;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--key-prefix",
      paramLabel = "P",
      description = "First letters of the access key id.")
  @Nullable String keyPrefix;

  @Option(names = "--format", paramLabel = "F", description = "markdown, html, json or terminal.")
  @Nullable String format;

  @Parameters(arity = "0..1", paramLabel = "FILE")
  @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    byte[] bytes = file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
    Rulebook rulebook = Rulebook.builtIn();
    @Nullable KeyPrefix key =
        keyPrefix == null
            ? null
            : new KeyPrefix(
                keyPrefix.startsWith("ASIA") ? KeyKind.TEMPORARY : KeyKind.LONG_TERM,
                keyPrefix,
                null);
    Explanation explanation =
        new Explainer(rulebook)
            .explain(
                Submission.of(new String(bytes, StandardCharsets.UTF_8)),
                new StatedContext(key, null, null, null, null, null, Map.of()),
                false);
    MarkdownRenderer markdown = new MarkdownRenderer(rulebook);
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    out.print(
        "json".equals(format)
            ? new JsonRenderer(markdown).render(explanation)
            : markdown.guide(explanation));
    out.flush();
    return explanation.diagnosis().recognized() ? 0 : NOT_RECOGNIZED;
  }
}
