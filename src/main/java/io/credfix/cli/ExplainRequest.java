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
import org.jspecify.annotations.Nullable;

/// What `explain` was asked for, and the answer to it. Knows nothing of how arguments are read: it
/// is the same with and without the command line library.
final class ExplainRequest {
  static final int NOT_RECOGNIZED = 3;

  /// How the guide is written.
  enum Format {
    markdown,
    html,
    json,
    terminal
  }

  /// When it is coloured.
  enum Color {
    auto,
    always,
    never
  }

  @Nullable String keyPrefix;
  @Nullable Format format;
  Color color = Color.auto;
  @Nullable String tool;
  @Nullable String os;
  @Nullable String shell;
  @Nullable String runsOn;
  @Nullable String region;

  /// Null for standard input.
  @Nullable Path file;

  /// Answers.
  ///
  /// @return the exit status
  int answer(PrintWriter out, PrintWriter err) {
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
    Submission submission = submission(err);
    Rulebook rulebook = OwnRules.rulebook(err);
    Explanation explanation =
        new Explainer(rulebook, MessageDecoder.of(System.getenv()))
            .explain(submission, context, key != null && key.cut());
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
