package io.credfix.parse;

/// Where it runs, and on which system and shell, by the traces these leave.
final class PlaceFacts implements FactFinder {
  private static final Marker[] LAMBDA =
      Marker.all(
          "/var/task/", "/var/runtime/", "AWS_LAMBDA_", "START RequestId: ", "LAMBDA_WARNING");
  private static final Marker[] EKS =
      Marker.all(
          "/var/run/secrets/eks.amazonaws.com",
          "169.254.170.23",
          "pods.eks.amazonaws.com",
          "eks.amazonaws.com/role-arn",
          "eks.amazonaws.com/serviceaccount",
          "serviceaccount/token",
          "system:serviceaccount:",
          "oidc.eks.",
          "oidc-provider/oidc.eks",
          "eks-pod-identity",
          "pod identity",
          "Pod Identity");
  private static final Marker[] ECS =
      Marker.all(
          "ecs-tasks.amazonaws.com",
          "ECS_CONTAINER_METADATA",
          // What ECS says of a task that it could not start.
          "ResourceInitializationError",
          "unable to pull secrets or registry auth");
  private static final Marker[] CI =
      Marker.all(
          "Run aws-actions/",
          "aws-actions/configure-aws-credentials",
          "##[error]",
          "GITHUB_",
          "/GitHubActions",
          "token.actions.githubusercontent.com",
          "/home/runner/",
          "/runner/_work/",
          "/github/workspace",
          "CI_JOB_",
          "CI_PROJECT",
          "/builds/",
          "gitlab-runner",
          "Running with gitlab",
          "[Pipeline]",
          "/var/lib/jenkins",
          "/var/jenkins_home",
          "jenkins@",
          "hudson.",
          "[Container] 20",
          "CODEBUILD_",
          "codebuild",
          "BITBUCKET_",
          "CIRCLECI",
          "circleci@",
          "travis",
          "AWSCodePipeline",
          "buildkite",
          "vsts/work",
          "Process completed with exit code");
  private static final Marker[] EC2 =
      Marker.all(
          "ec2-user@",
          "ubuntu@ip-",
          "admin@ip-",
          "root@ip-",
          "hadoop@ip-",
          "centos@ip-",
          "/home/ec2-user",
          ".ec2.internal",
          ".compute.internal",
          "/var/lib/cloud/instance",
          "amazon-ssm-agent",
          "codedeploy-agent",
          "/opt/elasticbeanstalk");
  private static final Marker[] PERSONAL =
      Marker.all("/Users/", "C:\\Users\\", "c:\\users\\", "SSO start URL");
  private static final Marker[] RUNNER = Marker.all("/Users/runner", "C:\\Users\\runner");
  private static final Marker[] WINDOWS =
      Marker.all(
          "C:\\", "c:\\", "D:\\", "Windows/", "win32", "Windows NT", "PS C:", "$Env:", "/c/Users/");
  private static final Marker[] MACOS =
      Marker.all("/Users/", "Darwin", "darwin", "macOS", "/opt/homebrew", "/usr/local/Cellar");
  private static final Marker[] LINUX =
      Marker.all(
          "/home/",
          "Linux/",
          "linux",
          "ubuntu",
          "/root/",
          "/var/task",
          "/var/lib/",
          "/etc/",
          "@ip-",
          "/usr/lib/");
  private static final Marker[] POWERSHELL =
      Marker.all(
          "PS C:", "PS D:", "$Env:", "$env:", "CategoryInfo", "AWSPowerShell", "AWS.Tools", "PS /");
  private static final Marker[] ZSH = Marker.all("zsh:", "-zsh");
  private static final Marker[] FISH = Marker.all("fish:");
  private static final Marker[] BASH = Marker.all("bash:", "-bash", "#!/bin/bash");
  private static final Marker[] BASH_PROMPT = Marker.all("~$ ", "~]$ ");

  @Override
  public void find(ReadableText text, Facts.Builder facts) {
    runsOn(text, facts);
    system(text, facts);
    shell(text, facts);
  }

  private static void runsOn(ReadableText text, Facts.Builder facts) {
    if (Markers.holdsAny(text, LAMBDA)) {
      facts.add(Fact.RUNS_ON, "lambda");
    }
    if (Markers.holdsAny(text, EKS)) {
      facts.add(Fact.RUNS_ON, "eks");
    }
    // Who names both variables says that neither is set.
    boolean relativeUri =
        text.find("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") >= 0
            && text.find("AWS_CONTAINER_CREDENTIALS_FULL_URI") < 0;
    if (relativeUri || holdsContainerAddress(text) || Markers.holdsAny(text, ECS)) {
      facts.add(Fact.RUNS_ON, "ecs");
    }
    if (Markers.holdsAny(text, CI)) {
      facts.add(Fact.RUNS_ON, "ci");
    }
    if (Markers.holdsAny(text, EC2)) {
      facts.add(Fact.RUNS_ON, "ec2");
    }
    boolean personal = Markers.holdsAny(text, PERSONAL) && !Markers.holdsAny(text, RUNNER);
    if (personal) {
      facts.add(Fact.RUNS_ON, "workstation");
    }
  }

  private static void system(ReadableText text, Facts.Builder facts) {
    if (Markers.holdsAny(text, WINDOWS)) {
      facts.add(Fact.OS, "windows");
    } else if (Markers.holdsAny(text, MACOS)) {
      facts.add(Fact.OS, "macos");
    } else if (Markers.holdsAny(text, LINUX)) {
      facts.add(Fact.OS, "linux");
    }
  }

  private static void shell(ReadableText text, Facts.Builder facts) {
    if (Markers.holdsAny(text, POWERSHELL)) {
      facts.add(Fact.SHELL, "powershell");
    } else if (hasCommandPrompt(text)) {
      facts.add(Fact.SHELL, "cmd");
    }
    if (Markers.holdsAny(text, ZSH) || startsLine(text, "% ")) {
      facts.add(Fact.SHELL, "zsh");
    } else if (Markers.holdsAny(text, FISH)) {
      facts.add(Fact.SHELL, "fish");
    } else if (Markers.holdsAny(text, BASH)
        || startsLine(text, "$ ")
        || Markers.holdsAny(text, BASH_PROMPT)) {
      facts.add(Fact.SHELL, "bash");
    }
  }

  /// `169.254.170.2`, which is no part of the address of EKS's agent, `169.254.170.23`.
  private static boolean holdsContainerAddress(ReadableText text) {
    String address = "169.254.170.2";
    int at = text.find(address);
    while (at >= 0) {
      if (text.charAt(at + address.length()) != '3'
          && !Characters.isAlphanumeric(text.charAt(at - 1))) {
        return true;
      }
      at = text.find(address, at + 1);
    }
    return false;
  }

  private static boolean startsLine(ReadableText text, String prompt) {
    return text.text().startsWith(prompt) || text.find("\n" + prompt) >= 0;
  }

  /// `C:\Users\me>` at the start of a line.
  private static boolean hasCommandPrompt(ReadableText source) {
    String text = source.text();
    int at = text.indexOf(":\\");
    for (int count = 0; at >= 0 && count < 50; count++) {
      boolean first = at == 1 || at > 1 && text.charAt(at - 2) == '\n';
      if (first) {
        int end = Math.min(text.length(), at + 150);
        for (int i = at; i < end && text.charAt(i) != '\n'; i++) {
          if (text.charAt(i) == '>') {
            return true;
          }
        }
      }
      at = text.indexOf(":\\", at + 2);
    }
    return false;
  }
}
