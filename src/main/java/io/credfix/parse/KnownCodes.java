package io.credfix.parse;

import java.util.List;
import java.util.Set;

/// Error codes and exception classes that stand for themselves wherever they are printed. Sources:
/// the common errors of the AWS API references, S3's list of error codes, EC2's error codes, and
/// the exceptions of botocore, the AWS CLI and the AWS SDKs.
final class KnownCodes {
  /// Codes that are no English words, so that a mention alone says that they were returned.
  private static final Set<String> DISTINCT =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AccessDeniedFault",
          "AccountProblem",
          "AllAccessDisabled",
          "AssumeRoleUnauthorizedAccess",
          "AuthFailure",
          "AuthorizationError",
          "AuthorizationErrorException",
          "AuthorizationHeaderMalformed",
          "AuthorizationPendingException",
          "AuthorizationQueryParametersError",
          "CredentialRetrievalError",
          "CredentialUnavailableException",
          "CredentialsError",
          "CredentialsException",
          "CredentialsNotLoaded",
          "CredentialsNotSupported",
          "CredentialsProviderError",
          "ConfigParseError",
          "ConfigNotFound",
          "ConnectTimeoutError",
          "ConnectionClosedError",
          "DispatchFailure",
          "DryRunOperation",
          "EC2MetadataError",
          "EC2RoleRequestError",
          "EmptyStaticCreds",
          "EndpointConnectionError",
          "EntityAlreadyExists",
          "EntityTemporarilyUnmodifiable",
          "ExpiredCodeException",
          "ExpiredIdentityTokenException",
          "ExpiredToken",
          "ExpiredTokenException",
          "ExpiredTradeInTokenException",
          "ForbiddenException",
          "HTTPUnauthorized",
          "IDPCommunicationError",
          "IDPRejectedClaim",
          "IDPRejectedClaimException",
          "IllegalLocationConstraintException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InfiniteLoopConfigError",
          "InsufficientInstanceCapacity",
          "InternalFailure",
          "InvalidAccessKeyId",
          "InvalidAuthorizationMessageException",
          "InvalidClientException",
          "InvalidClientTokenId",
          "InvalidClientTokenIdException",
          "InvalidConfigError",
          "InvalidGrantException",
          "InvalidIdentityToken",
          "InvalidIdentityTokenException",
          "InvalidInstanceID",
          "InvalidParameterValue",
          "InvalidProfileError",
          "InvalidRequestRegionException",
          "InvalidSecurity",
          "InvalidSignature",
          "InvalidSignatureException",
          "InvalidToken",
          "InvalidTokenException",
          "KMSAccessDeniedException",
          "KMSDisabledException",
          "KMSInvalidStateException",
          "KMSNotFoundException",
          "KmsAccessDenied",
          "LoginRefreshRequired",
          "LoginInsufficientPermissions",
          "LoginTokenLoadError",
          "MFARequiredError",
          "MalformedHttpRequestException",
          "MalformedPolicyDocument",
          "MalformedPolicyDocumentException",
          "MetadataRetrievalError",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "MissingCredentialsError",
          "MissingEndpoint",
          "MissingRegionError",
          "NoAuthHandlerFound",
          "NoAuthTokenError",
          "NoCredentialProviders",
          "NoCredentialsError",
          "NoRegionError",
          "NoSuchBucket",
          "NoSuchEntity",
          "NoSuchEntityException",
          "NoSuchKey",
          "NotAuthorized",
          "NotAuthorizedException",
          "NotSignedUp",
          "OptInRequired",
          "OutboundWebIdentityFederationDisabledException",
          "PackedPolicyTooLarge",
          "PackedPolicyTooLargeException",
          "PartialCredentialsError",
          "PendingAuthorizationExpiredError",
          "PendingVerification",
          "PermanentRedirect",
          "ProfileNotFound",
          "ProfileNotFoundError",
          "ProcessProviderExecutionError",
          "ProxyConnectionError",
          "RefreshWithMFAUnsupportedError",
          "RegionDisabledException",
          "RequestExpired",
          "RequestInTheFuture",
          "RequestTimeTooSkewed",
          "SSOProviderInvalidToken",
          "SSOTokenLoadError",
          "SSOTokenProviderError",
          "SessionDurationEscalationException",
          "SharedConfigAssumeRoleError",
          "SharedConfigErr",
          "SharedConfigLoadError",
          "SharedConfigProfileNotExistsError",
          "SharedCredsAccessKey",
          "SharedCredsLoad",
          "SharedCredsSecret",
          "SignatureDoesNotMatch",
          "SignatureDoesNotMatchException",
          "SlowDownException",
          "SubscriptionRequiredException",
          "ThrottlingException",
          "TokenProviderError",
          "TokenRefreshRequired",
          "TokenRetrievalError",
          "TooManyRequestsException",
          "UnauthorizedAccess",
          "UnauthorizedAccessException",
          "UnauthorizedClientException",
          "UnauthorizedException",
          "UnauthorizedOperation",
          "UnauthorizedSSOTokenError",
          "UnknownCredentialError",
          "UnknownRegionError",
          "UnrecognizedClientException",
          "UnsupportedSignatureVersionError",
          "VerificationException",
          "WebIdentityErr");

  /// Codes that are also words; they count only where a code is expected.
  private static final Set<String> COMMON =
      Set.of(
          "BadRequest",
          "BadRequestException",
          "Blocked",
          "EnvAccessKeyNotFound",
          "EnvSecretNotFound",
          "Forbidden",
          "InternalError",
          "InternalServerError",
          "InvalidAction",
          "InvalidArgument",
          "InvalidInput",
          "InvalidKeyPair",
          "InvalidParameterException",
          "InvalidRequest",
          "InvalidRequestException",
          "InvalidVpcID",
          "MethodNotAllowed",
          "MissingParameter",
          "MissingRegion",
          "NetworkingError",
          "NoCredentials",
          "NoRegion",
          "RequestError",
          "RequestLimitExceeded",
          "RequestTimeout",
          "ResourceNotFound",
          "ResourceNotFoundException",
          "SSLError",
          "SerializationError",
          "ServiceUnavailable",
          "SlowDown",
          "TemporaryRedirect",
          "Throttling",
          "Unauthorized",
          "UnknownEndpoint",
          "UnsupportedOperation",
          "ValidationError",
          "ValidationException");

  private static final Set<String> SYSTEM =
      Set.of(
          "EACCES",
          "EAI_AGAIN",
          "ECONNABORTED",
          "ECONNREFUSED",
          "ECONNRESET",
          "EHOSTUNREACH",
          "ENETUNREACH",
          "ENOENT",
          "ENOTFOUND",
          "ETIMEDOUT");

  /// Source: RFC 6749 and RFC 8628; IAM Identity Center's OIDC service answers with them.
  private static final Set<String> OAUTH =
      Set.of(
          "access_denied",
          "authorization_pending",
          "expired_token",
          "invalid_client",
          "invalid_grant",
          "invalid_request",
          "invalid_scope",
          "invalid_token",
          "slow_down",
          "unauthorized_client",
          "unsupported_grant_type");

  /// Classes that only carry another error.
  private static final Set<String> WRAPPERS =
      Set.of(
          "AWSException",
          "AwsException",
          "BaseException",
          "BeanCreationException",
          "BotoServerError",
          "CancellationException",
          "ClientError",
          "CommandError",
          "CompletionException",
          "Error",
          "ErrorException",
          "Exception",
          "ExecutionException",
          "HttpErrorResponseException",
          "InvocationTargetException",
          "NonError",
          "RuntimeException",
          "SdkError",
          "ServiceError",
          "SystemExit",
          "UncheckedExecutionException",
          "UnhandledPromiseRejectionWarning",
          "UnsatisfiedDependencyException");

  /// What Go's credential chain lists below `NoCredentialProviders`: every provider's own reason,
  /// none of them the cause.
  private static final Set<String> PROVIDER_REASONS =
      Set.of(
          "EnvAccessKeyNotFound",
          "EnvSecretNotFound",
          "SharedCredsLoad",
          "SharedCredsAccessKey",
          "SharedCredsSecret",
          "EC2RoleRequestError",
          "EC2MetadataError",
          "CredentialsEndpointError",
          "RequestError");

  private KnownCodes() {}

  /// True for the network errors of Node.js and the errors of the AWS Common Runtime.
  static boolean isSystemCode(String name) {
    return SYSTEM.contains(name)
        || name.startsWith("AWS_ERROR_")
        || name.startsWith("AWS_AUTH_")
        || name.startsWith("AWS_IO_")
        || name.startsWith("AADSTS") && Characters.isNumber(name.substring(6));
  }

  /// True for the codes that other systems write in capitals, `PERMISSION_DENIED`, and for OAuth's,
  /// `invalid_grant`.
  static boolean isSnakeCode(String name) {
    return OAUTH.contains(name) || name.length() > 6 && name.indexOf('_') > 0 && isCapitals(name);
  }

  private static boolean isCapitals(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Characters.isUpper(c) && c != '_' && !Characters.isDigit(c)) {
        return false;
      }
    }
    return Characters.isUpper(name.charAt(0));
  }

  static boolean isProviderReason(String name) {
    return PROVIDER_REASONS.contains(name);
  }

  static boolean isDistinct(String name) {
    return DISTINCT.contains(name);
  }

  static boolean isKnown(String name) {
    return beginsInCapitals(name) && (DISTINCT.contains(name) || COMMON.contains(name));
  }

  /// All of AWS's codes begin with a capital, which most words of a text do not.
  private static boolean beginsInCapitals(String name) {
    return !name.isEmpty() && Characters.isUpper(name.charAt(0));
  }

  static boolean isWrapper(String name) {
    return WRAPPERS.contains(name);
  }

  /// True for `SomethingException`, `SomethingError` and their like, wrappers excepted.
  static boolean isExceptionClass(String name) {
    if (name.length() < 7 || name.length() > 100 || !Characters.isUpper(name.charAt(0))) {
      return false;
    }
    boolean suffix =
        name.endsWith("Exception")
            || name.endsWith("Error")
            || name.endsWith("Fault")
            || name.endsWith("Failure");
    return suffix && !isWrapper(name) && !name.contains("_") && hasLower(name);
  }

  private static final List<String> CODE_BEGINNINGS =
      List.of(
          "Invalid",
          "Missing",
          "Malformed",
          "Unauthorized",
          "Unrecognized",
          "Expired",
          "NoSuch",
          "NotAuthorized",
          "Incomplete",
          "Unsupported",
          "Insufficient",
          "Authentication",
          "Authorization");

  private static final List<String> CODE_ENDINGS =
      List.of(
          "Denied",
          "NotFound",
          "Expired",
          "Malformed",
          "Mismatch",
          "Disabled",
          "Exceeded",
          "Required",
          "Failed",
          "NotAllowed",
          "NotSupported",
          "AlreadyExists",
          "NotEnabled",
          "NotExist",
          "Throttled",
          "Throttling");

  /// True for what is made as AWS makes its codes: `InvalidUserID`, `AuthorizationFailed`.
  static boolean isMadeLikeCode(String name) {
    // What most words with a capital are not comes first.
    return isCompound(name) && hasCodesPart(name) && looksLikeCode(name);
  }

  private static boolean hasCodesPart(String name) {
    for (String beginning : CODE_BEGINNINGS) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    for (String ending : CODE_ENDINGS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /// True when a name has more than one capital.
  static boolean isCompound(String name) {
    int capitals = 0;
    for (int i = 0; i < name.length(); i++) {
      capitals += Characters.isUpper(name.charAt(i)) ? 1 : 0;
    }
    return capitals > 1;
  }

  private static boolean hasLower(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Characters.isLower(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// True when a text can be an error code where one is expected: `AccessDenied`,
  /// `Client.UnauthorizedOperation`, `403`.
  static boolean isCode(String name) {
    if (name.isEmpty() || name.length() > 100) {
      return false;
    }
    if (name.length() == 3 && Characters.isNumber(name)) {
      return true;
    }
    return name.length() > 2
        && Characters.isLetter(name.charAt(0))
        && Characters.consistsOf(name, "._-:")
        && Characters.isAlphanumeric(name.charAt(name.length() - 1));
  }

  /// True for a code, or for the status line that stands for one where the answer had no body: `403
  /// Forbidden`.
  static boolean isCodeOrStatusLine(String name) {
    boolean statusLine =
        name.length() > 4 && name.charAt(3) == ' ' && Characters.isNumber(name.substring(0, 3));
    return isCode(statusLine ? name.substring(4).replace(" ", "") : name) && !name.contains("  ");
  }

  /// True when a text looks like an AWS code: `InvalidInput`, not `client` or `E_FAIL`.
  static boolean looksLikeCode(String name) {
    return isCode(name)
        && Characters.isUpper(name.charAt(0))
        && hasLower(name)
        && name.length() > 3
        && !isWrapper(name)
        && !name.startsWith("AWSSDK.") // .NET's name of an assembly
        && !name.equals("InvalidOperation"); // PowerShell's category of errors
  }
}
