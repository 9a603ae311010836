package io.credfix.sts;

import io.credfix.render.Decoding;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// What STS's refusals mean. Codes: STS API Reference, DecodeAuthorizationMessage and Common
/// Errors. No text of the exception goes any further: it may repeat the message.
final class Refusals {
  private Refusals() {}

  static Decoding of(SdkException exception) {
    if (exception instanceof AwsServiceException refusal) {
      return ofService(refusal);
    }
    if (exception instanceof ApiCallTimeoutException
        || exception instanceof ApiCallAttemptTimeoutException) {
      return Decoding.NO_ANSWER;
    }
    if (hasIoCause(exception)) {
      return Decoding.NO_ANSWER;
    }
    // The SDK has no type for missing credentials or a missing Region, only these words.
    @Nullable String words = exception.getMessage();
    return words != null && words.startsWith("Unable to load")
        ? Decoding.NOT_ASKED
        : Decoding.UNREADABLE;
  }

  private static Decoding ofService(AwsServiceException refusal) {
    @Nullable String code =
        refusal.awsErrorDetails() == null ? null : refusal.awsErrorDetails().errorCode();
    if (refusal.isThrottlingException()) {
      return Decoding.THROTTLED;
    }
    return switch (code == null ? "" : code) {
      case "InvalidAuthorizationMessageException", "InvalidAuthorizationMessage" ->
          Decoding.INVALID_MESSAGE;
      case "AccessDenied", "AccessDeniedException" -> Decoding.DENIED;
      case "ExpiredToken",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "RequestExpired" ->
          Decoding.OWN_CREDENTIALS;
      default -> refusal.statusCode() >= 500 ? Decoding.FAILING : Decoding.UNREADABLE;
    };
  }

  private static boolean hasIoCause(Throwable exception) {
    @Nullable Throwable cause = exception;
    for (int depth = 0; cause != null && depth < 8; depth++) {
      if (cause instanceof IOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
