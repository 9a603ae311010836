package io.credfix.parse;

import org.jspecify.annotations.Nullable;

/// One error as a tool printed it. A component that the text does not show is null, never guessed.
///
/// @param code AWS error code, or the exception class where the fault arose in the client
/// @param message the error's own sentence, without wrapper
/// @param operation API operation, in AWS's spelling (`GetCallerIdentity`)
/// @param service lower-case signing or SDK name (`sts`, `s3`, `sso-oidc`)
/// @param httpStatus 100 to 599
/// @param requestId AWS request id
/// @param region Region of the endpoint or of the resource that the error names
/// @param principal ARN of who was denied
/// @param action IAM action that was denied (`ec2:RunInstances`)
/// @param resource what the action was denied on: an ARN, or AWS's words for it
/// @param policyType the policy layer that the message names
/// @param policyArn the policy that the message names
/// @param tool who printed it, a name of the list in docs/rules.md
public record ReportedError(
    @Nullable String code,
    @Nullable String message,
    @Nullable String operation,
    @Nullable String service,
    @Nullable Integer httpStatus,
    @Nullable String requestId,
    @Nullable String region,
    @Nullable String principal,
    @Nullable String action,
    @Nullable String resource,
    @Nullable PolicyType policyType,
    @Nullable String policyArn,
    @Nullable String tool) {

  /// Nothing was read.
  public static final ReportedError NONE =
      new ReportedError(
          null, null, null, null, null, null, null, null, null, null, null, null, null);
}
