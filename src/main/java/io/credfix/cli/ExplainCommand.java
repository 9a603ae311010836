package io.credfix.cli;

import io.credfix.Explainer;
import io.credfix.diagnose.ContextMember;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.http.Assets;
import io.credfix.redact.ErrorTextInput;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.redact.Submission;
import io.credfix.render.Explanation;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;
import io.credfix.render.Site;
import io.credfix.render.TerminalRenderer;
import io.credfix.sts.MessageDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:recognized",
      "2:usage: wrong option, unreadable file, too long, not UTF-8, no key prefix",
      "3:not recognized"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  aws s3 ls 2>&1 | credfix explain",
      "  credfix explain --key-prefix ASIA error.txt",
      "  terraform plan 2>&1 | credfix explain --runs-on ci --format markdown"
    })
final class ExplainCommand implements Callable<Integer> {
  static final int NOT_RECOGNIZED = 3;

  /// Formats of the option `--format`.
  enum Format {
    markdown,
    html,
    json,
    terminal
  }

  /// Values of the option `--color`.
  enum Color {
    auto,
    always,
    never
  }

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--key-prefix",
      paramLabel = "P",
      description = "First letters of the access key id, such as ASIA. Never the secret key.")
  @Nullable String keyPrefix;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: terminal at a terminal, else markdown.")
  @Nullable Format format;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES}. NO_COLOR is heeded by auto.")
  Color color = Color.auto;

  @Option(names = "--tool", paramLabel = "TOOL", description = "What printed it: aws-cli, boto3, …")
  @Nullable String tool;

  @Option(
      names = "--os",
      paramLabel = "OS",
      completionCandidates = Candidates.Systems.class,
      description = "linux, macos or windows.")
  @Nullable String os;

  @Option(
      names = "--shell",
      paramLabel = "SHELL",
      completionCandidates = Candidates.Shells.class,
      description = "bash, zsh, fish, powershell or cmd.")
  @Nullable String shell;

  @Option(
      names = "--runs-on",
      paramLabel = "PLACE",
      completionCandidates = Candidates.Places.class,
      description = "workstation, ec2, ecs, eks, lambda or ci.")
  @Nullable String runsOn;

  @Option(names = "--region", paramLabel = "REGION", description = "The Region in use.")
  @Nullable String region;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The error text. Default: standard input.")
  @Nullable Path file;

  @Override
  public Integer call() {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    KeyPrefixInput.@Nullable Accepted key = key();
    StatedContext context =
        new StatedContext(
            key == null ? null : key.prefix(),
            stated(ContextMember.TOOL, "--tool", tool),
            stated(ContextMember.OS, "--os", os),
            stated(ContextMember.SHELL, "--shell", shell),
            stated(ContextMember.RUNS_ON, "--runs-on", runsOn),
            stated(ContextMember.REGION, "--region", region),
            Map.of());
    Submission submission = submission(commandLine.getErr());
    Rulebook rulebook = OwnRules.rulebook(commandLine.getErr());
    Explanation explanation =
        new Explainer(rulebook, MessageDecoder.of(System.getenv()))
            .explain(submission, context, key != null && key.cut());
    PrintWriter out = commandLine.getOut();
    out.print(render(explanation, rulebook));
    out.flush();
    return explanation.diagnosis().recognized() ? 0 : NOT_RECOGNIZED;
  }

  private String render(Explanation explanation, Rulebook rulebook) {
    boolean terminal =
        (format == null || (format == Format.terminal && color == Color.auto))
            && TerminalOutput.isTerminal();
    Format chosen = format != null ? format : terminal ? Format.terminal : Format.markdown;
    var markdown = new MarkdownRenderer(rulebook);
    return switch (chosen) {
      case markdown -> markdown.guide(explanation);
      case html ->
          new HtmlRenderer(rulebook).guide(explanation, Site.standalone(Assets.builtIn().styles()));
      case json -> new JsonRenderer(markdown).render(explanation) + "\n";
      case terminal ->
          new TerminalRenderer(
                  TerminalOutput.width(System.getenv()), isColored(terminal, System.getenv()))
              .render(markdown.guide(explanation));
    };
  }

  private boolean isColored(boolean terminal, Map<String, String> environment) {
    return switch (color) {
      case always -> true;
      case never -> false;
      case auto ->
          terminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(environment.get("TERM"));
    };
  }

  private KeyPrefixInput.@Nullable Accepted key() {
    if (keyPrefix == null || keyPrefix.isBlank()) {
      return null;
    }
    return switch (KeyPrefixInput.read(keyPrefix)) {
      case KeyPrefixInput.Accepted accepted -> accepted;
      case KeyPrefixInput.Refused refused ->
          throw new UsageException(
              "--key-prefix: "
                  + refused.detail()
                  + (refused.secret() && !refused.detail().contains("exposed")
                      ? " It looks like a secret: treat it as exposed and replace it."
                      : ""));
    };
  }

  private static @Nullable String stated(
      ContextMember member, String option, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (!member.accepts(value)) {
      throw new UsageException(option + ": " + member.expectation());
    }
    return value;
  }

  private Submission submission(PrintWriter err) {
    return switch (ErrorTextInput.read(bytes(err))) {
      case ErrorTextInput.Accepted accepted -> accepted.submission();
      case ErrorTextInput.Refused refused -> throw new UsageException(refused.reason().sentence());
    };
  }

  private byte[] bytes(PrintWriter err) {
    // One byte past the limit, with a byte order mark, is enough to see that it is too long.
    int enough = ErrorTextInput.MAX_BYTES + 4;
    try {
      if (file != null) {
        try (InputStream in = Files.newInputStream(file)) {
          return in.readNBytes(enough);
        }
      }
      if (TerminalOutput.isInputTerminal()) {
        err.println("Paste the error, then press Ctrl-D.");
        err.flush();
      }
      return System.in.readNBytes(enough);
    } catch (IOException e) {
      throw new UsageException(
          file == null ? "Standard input cannot be read." : "The file cannot be read.");
    }
  }
}
