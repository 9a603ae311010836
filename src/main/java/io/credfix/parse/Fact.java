package io.credfix.parse;

/// Facts that a text can show beside its error. Each may have several values, the best first. Every
/// value matches the closed grammar of its fact, so that it is safe in a command line and in
/// Markdown; a value that does not match is not a fact.
public enum Fact {
  /// Named profile.
  PROFILE,
  /// Region names as written, also those that do not exist.
  REGION,
  /// Host names and literal addresses, lower case, with `:port` where shown.
  HOST,
  /// Every ARN in the text, in order.
  ARN,
  /// 12-digit account ids, the principal's first.
  ACCOUNT,
  /// The account of the resource, where it is told apart from the principal's.
  RESOURCE_ACCOUNT,
  /// ARN of the caller.
  PRINCIPAL,
  /// ARN of the role to be assumed or passed.
  TARGET_ROLE,
  /// S3 bucket name.
  BUCKET,
  /// KMS key ARN.
  KMS_KEY,
  /// EKS cluster name.
  CLUSTER,
  /// ECR repository name.
  REPOSITORY,
  /// ECR registry host.
  REGISTRY,
  /// OIDC issuer URL.
  ISSUER,
  /// OIDC audience.
  AUDIENCE,
  /// OIDC subject.
  SUBJECT,
  /// ARN or serial number of an MFA device.
  MFA_SERIAL,
  /// `sent` or `none`: whether a session token is visibly set or sent.
  SESSION_TOKEN,
  /// `workstation`, `ec2`, `ecs`, `eks`, `lambda` or `ci`.
  RUNS_ON,
  /// `linux`, `macos` or `windows`.
  OS,
  /// `bash`, `zsh`, `fish`, `powershell` or `cmd`.
  SHELL,
  /// Every tool that left a trace in the text.
  TOOL,
  /// Version of the first tool.
  TOOL_VERSION,
  /// `authorization` (a decoded authorization message) or `cloudtrail`.
  DOCUMENT,
  /// Every error code in the text, the primary error's first.
  CODE
}
