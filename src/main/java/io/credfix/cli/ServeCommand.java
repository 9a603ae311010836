package io.credfix.cli;

import io.credfix.Explainer;
import io.credfix.http.Api;
import io.credfix.http.Configuration;
import io.credfix.http.LambdaHandler;
import io.credfix.http.LocalServer;
import io.credfix.sts.MessageDecoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `credfix serve`.
@Command(
    name = "serve",
    description = "Serve the form and the API on this machine, through the Lambda handler.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  credfix serve",
      "  credfix serve --port 0",
      "  some-command 2>&1 | curl --data-binary @- -H 'content-type: text/plain' \\",
      "    http://127.0.0.1:8080/v1/diagnose"
    })
final class ServeCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}, this machine only.")
  String host = "127.0.0.1";

  @Override
  public Integer call() throws InterruptedException {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = commandLine.getOut();
    PrintWriter err = commandLine.getErr();
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port must be a number from 0 to 65535.");
    }
    try {
      var explainer = new Explainer(OwnRules.rulebook(err), MessageDecoder.of(System.getenv()));
      Api api =
          new Api(explainer, Configuration.from(System.getenv()).onThisMachine(), err::println);
      try (LocalServer server = LocalServer.start(new LambdaHandler(api), host, port)) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        out.println(server.address());
        out.flush();
        server.await();
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException(
          "Cannot listen on port " + port + " of " + host + ": the address is unknown or in use.");
    }
  }
}
