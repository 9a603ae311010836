package io.credfix.cli;

import java.nio.file.Path;
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
  ExplainRequest.@Nullable Format format;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES}. NO_COLOR is heeded by auto.")
  ExplainRequest.Color color = ExplainRequest.Color.auto;

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
    var request = new ExplainRequest();
    request.keyPrefix = keyPrefix;
    request.format = format;
    request.color = color;
    request.tool = tool;
    request.os = os;
    request.shell = shell;
    request.runsOn = runsOn;
    request.region = region;
    request.file = file;
    return request.answer(commandLine.getOut(), commandLine.getErr());
  }
}
