package io.credfix.cli;

import io.credfix.Explainer;
import io.credfix.mcp.McpServer;
import io.credfix.mcp.StandardStreams;
import io.credfix.sts.MessageDecoder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `credfix mcp`.
@Command(
    name = "mcp",
    description = {
      "Serve an assistant over standard input and output (Model Context Protocol).",
      "Tools: diagnose, list_causes, get_cause. An assistant's program starts this; it ends with"
          + " its input. The same over HTTP: credfix serve, address /mcp."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  claude mcp add credfix -- /path/to/credfix mcp",
      "  claude mcp add --transport http credfix http://127.0.0.1:8080/mcp"
    })
final class McpCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    var explainer = new Explainer(OwnRules.rulebook(err), MessageDecoder.of(System.getenv()));
    if (TerminalOutput.isInputTerminal()) {
      err.println("credfix mcp waits for an assistant's messages, one a line; Ctrl-D ends it.");
      err.flush();
    }
    try (var out = new FileOutputStream(FileDescriptor.out)) {
      new StandardStreams(new McpServer(explainer), System.in, out).serve();
    } catch (IOException gone) {
      // The assistant closed its end: nobody is left to answer.
    }
    return 0;
  }
}
