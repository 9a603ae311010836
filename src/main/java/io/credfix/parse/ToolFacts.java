package io.credfix.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which tools left a trace: those that people run first, then the SDKs below them.
final class ToolFacts implements FactFinder {
  @SuppressWarnings("ArrayRecordComponent") // read here only, never compared
  private record Trace(String tool, Marker[] markers) {}

  private static final List<Trace> TRACES =
      List.of(
          trace(
              "terraform",
              "registry.terraform.io",
              "Terraform",
              "terraform ",
              "terraform-provider-aws",
              "provider \"aws\"",
              "provider.aws",
              ".tf line",
              "terragrunt",
              "configuring S3 Backend",
              "OpenTofu",
              "There are a number of possible causes of this",
              "valid credential sources"),
          trace("packer", "amazon-ebs", "packer build", "Packer"),
          trace("pulumi", "pulumi"),
          trace(
              "cdk",
              "cdk deploy",
              "cdk bootstrap",
              "cdk synth",
              "aws-cdk",
              "CDKToolkit",
              "cdk-hnb659fds",
              "cdk diff"),
          trace("sam-cli", "sam deploy", "sam build", "samcli", "sam local"),
          trace(
              "serverless",
              "Serverless Error",
              "serverless deploy",
              "sls deploy",
              "Serverless Framework",
              "serverless-"),
          trace("ansible", "ansible", "TASK [", "FAILED! => {", "amazon.aws."),
          trace("hadoop", "org.apache.hadoop", "s3a://", "org.apache.spark"),
          trace("rclone", "rclone"),
          trace("s3cmd", "s3cmd", "S3 error: ", "Invoked as: ", "S3Error"),
          trace("aws-vault", "aws-vault"),
          trace("saml2aws", "saml2aws"),
          trace("eksctl", "eksctl"),
          trace(
              "kubectl",
              "kubectl",
              "getting credentials: exec",
              "Unable to connect to the server: getting credentials",
              "You must be logged in to the server"),
          trace("helm", "helm "),
          trace(
              "docker",
              "docker push",
              "docker pull",
              "docker login",
              "Error response from daemon",
              "docker-credential-ecr-login",
              "no basic auth credentials",
              "denied: User: arn:aws",
              "CannotPullContainerError",
              "failed to resolve ref"),
          trace("git", "git-codecommit", "codecommit credential-helper", "codecommit::"),
          trace(
              "github-actions",
              "aws-actions/",
              "##[error]",
              "Could not assume role with OIDC",
              "configure-aws-credentials",
              "Credentials could not be loaded, please check your action inputs"),
          trace("gitlab-ci", "CI_JOB_", "gitlab-runner", "Running with gitlab"),
          trace(
              "powershell",
              "AWSPowerShell",
              "AWS.Tools",
              "Get-STSCallerIdentity",
              "Set-AWSCredential",
              "Get-S3",
              "CategoryInfo"),
          trace("boto3", "boto3", "botocore.exceptions", "botocore.errorfactory", "ClientError:"),
          trace(
              "aws-cli",
              "aws: [ERROR]",
              "aws-cli/",
              "awscli",
              "aws configure",
              "aws sso login",
              "aws login",
              "Unable to locate credentials. You can configure",
              "A client error (",
              "upload failed: ",
              "download failed: ",
              "copy failed: ",
              "delete failed: ",
              "fatal error: An error occurred",
              "aws: error:"),
          trace(
              "java-sdk",
              "com.amazonaws.",
              "software.amazon.awssdk.",
              "SDK Attempt Count",
              "AWSCredentialsProvider"),
          trace(
              "js-sdk",
              "@aws-sdk/",
              "node_modules/aws-sdk/",
              "@smithy/",
              "$metadata",
              "$fault",
              "CredentialsProviderError",
              "aws-sdk/lib",
              "AWS_SDK_LOAD_CONFIG"),
          trace(
              "go-sdk",
              "operation error ",
              "github.com/aws/aws-sdk-go",
              "NoCredentialProviders",
              "SharedConfigErr",
              ", request id: ",
              "aws.Config.CredentialsChainVerboseErrors"),
          trace(
              "dotnet-sdk",
              "Amazon.Runtime",
              "AWSSDK.",
              "Amazon.S3.",
              "Amazon.SecurityToken",
              "Amazon.DynamoDB"),
          trace("php-sdk", "aws-sdk-php", "Aws\\", "AWS HTTP error"),
          trace(
              "ruby-sdk",
              "aws-sdk-core",
              "Aws::Errors",
              "Aws::S3::Errors",
              "Aws::STS::Errors",
              "aws-sigv4"),
          trace(
              "rust-sdk",
              "aws_sdk_",
              "aws_config",
              "aws_smithy",
              "SdkError",
              "DispatchFailure",
              "aws-config",
              "ServiceError("),
          trace(
              "cpp-sdk",
              "aws-cpp-sdk",
              "Aws::Client::",
              "AWSErrorMarshaller",
              "Unable to parse ExceptionName"),
          trace("curl", "$ curl ", "curl -", "curl: ("));

  private static final List<String> VERSIONS =
      List.of(
          "aws-cli/",
          "Terraform v",
          "Boto3/",
          "Botocore/",
          "aws-sdk-java/",
          "aws-sdk-go/",
          "aws-sdk-js/",
          "aws-sdk-php/");

  private static Trace trace(String tool, String... markers) {
    return new Trace(tool, Marker.all(markers));
  }

  @Override
  public void find(ReadableText text, Facts.Builder facts) {
    boolean any = false;
    for (Trace trace : TRACES) {
      boolean traced =
          Markers.holdsAny(text, trace.markers)
              || trace.tool.equals("aws-cli") && commandLine(text)
              || trace.tool.equals("terraform") && text.boxed();
      if (traced) {
        facts.add(Fact.TOOL, trace.tool);
        any = true;
      }
    }
    if (!any && text.findDense("rroroccurred(") >= 0) {
      // The CLI begins a line with it; inside one it comes through botocore.
      facts.add(Fact.TOOL, "boto3");
    }
    version(text, facts);
  }

  /// `aws sts get-caller-identity` behind a prompt, or a service's error that begins a line.
  private static boolean commandLine(ReadableText text) {
    String plain = text.text();
    for (String opening : List.of("An error occurred (", "fatal error: An error occurred (")) {
      int at = text.find(opening);
      if (at == 0 || at > 0 && (plain.charAt(at - 1) == '\n' || plain.charAt(at - 1) == '`')) {
        return text.find("Traceback (") < 0 && text.find("boto") < 0;
      }
    }
    return CommandLine.first(text) != null;
  }

  private static void version(ReadableText text, Facts.Builder facts) {
    for (String label : VERSIONS) {
      int at = text.find(label);
      if (at >= 0) {
        @Nullable String version = Fields.behind(text.text().substring(at), label, 20);
        if (version != null
            && Characters.isDigit(version.charAt(0))
            && Characters.consistsOf(version, ".-+")) {
          facts.add(Fact.TOOL_VERSION, version);
          return;
        }
      }
    }
  }
}
