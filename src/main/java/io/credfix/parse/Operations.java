package io.credfix.parse;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of API operations by name.
final class Operations {
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("GetCallerIdentity", "sts"),
          Map.entry("AssumeRole", "sts"),
          Map.entry("AssumeRoleWithSAML", "sts"),
          Map.entry("AssumeRoleWithWebIdentity", "sts"),
          Map.entry("AssumeRoot", "sts"),
          Map.entry("GetSessionToken", "sts"),
          Map.entry("GetFederationToken", "sts"),
          Map.entry("GetAccessKeyInfo", "sts"),
          Map.entry("DecodeAuthorizationMessage", "sts"),
          Map.entry("GetWebIdentityToken", "sts"),
          Map.entry("GetRoleCredentials", "sso"),
          Map.entry("ListAccountRoles", "sso"),
          Map.entry("ListAccounts", ""),
          Map.entry("CreateToken", "sso-oidc"),
          Map.entry("StartDeviceAuthorization", "sso-oidc"),
          Map.entry("RegisterClient", "sso-oidc"),
          Map.entry("CreateOAuth2Token", "signin"),
          Map.entry("AssumeRoleForPodIdentity", "eks-auth"),
          Map.entry("ListBuckets", "s3"),
          Map.entry("ListObjects", "s3"),
          Map.entry("ListObjectsV2", "s3"),
          Map.entry("HeadObject", "s3"),
          Map.entry("HeadBucket", "s3"),
          Map.entry("GetObject", "s3"),
          Map.entry("PutObject", "s3"),
          Map.entry("DeleteObject", "s3"),
          Map.entry("DeleteObjects", "s3"),
          Map.entry("CopyObject", "s3"),
          Map.entry("CreateBucket", "s3"),
          Map.entry("GetBucketLocation", "s3"),
          Map.entry("GetBucketAcl", "s3"),
          Map.entry("GetBucketPolicy", "s3"),
          Map.entry("PutBucketPolicy", "s3"),
          Map.entry("CreateMultipartUpload", "s3"),
          Map.entry("UploadPart", "s3"),
          Map.entry("DescribeInstances", "ec2"),
          Map.entry("RunInstances", "ec2"),
          Map.entry("DescribeRegions", "ec2"),
          Map.entry("DescribeVpcs", "ec2"),
          Map.entry("DescribeSubnets", "ec2"),
          Map.entry("DescribeImages", "ec2"),
          Map.entry("DescribeSecurityGroups", "ec2"),
          Map.entry("DescribeAvailabilityZones", "ec2"),
          Map.entry("CreateSecurityGroup", "ec2"),
          Map.entry("DescribeAccountAttributes", "ec2"),
          Map.entry("GetUser", "iam"),
          Map.entry("ListUsers", "iam"),
          Map.entry("ListAccessKeys", "iam"),
          Map.entry("CreateAccessKey", "iam"),
          Map.entry("ListAccountAliases", "iam"),
          Map.entry("CreateRole", "iam"),
          Map.entry("GetRole", "iam"),
          Map.entry("PassRole", "iam"),
          Map.entry("GetSecretValue", "secretsmanager"),
          Map.entry("GetParameter", "ssm"),
          Map.entry("GetParameters", "ssm"),
          Map.entry("GetParametersByPath", "ssm"),
          Map.entry("GenerateDataKey", "kms"),
          Map.entry("DescribeKey", "kms"),
          Map.entry("GetItem", "dynamodb"),
          Map.entry("PutItem", "dynamodb"),
          Map.entry("DeleteItem", "dynamodb"),
          Map.entry("DescribeTable", "dynamodb"),
          Map.entry("SendMessage", "sqs"),
          Map.entry("ReceiveMessage", "sqs"),
          Map.entry("CreateQueue", "sqs"),
          Map.entry("GetQueueUrl", "sqs"),
          Map.entry("ListQueues", "sqs"),
          Map.entry("DescribeCluster", "eks"),
          Map.entry("GetAuthorizationToken", ""),
          Map.entry("DescribeServices", "ecs"),
          Map.entry("InvokeModel", "bedrock-runtime"),
          Map.entry("DescribeStacks", "cloudformation"),
          Map.entry("CreateChangeSet", "cloudformation"),
          Map.entry("GetMetadata", "imds"));

  /// Names in which AWS writes more than the first letter in capitals.
  private static final Map<String, String> CAPITALS =
      Map.ofEntries(
          Map.entry("db", "DB"),
          Map.entry("saml", "SAML"),
          Map.entry("mfa", "MFA"),
          Map.entry("ssh", "SSH"),
          Map.entry("id", "Id"),
          Map.entry("v2", "V2"));

  private static final Set<String> SINGLE_WORDS =
      Set.of("Decrypt", "Encrypt", "Invoke", "Publish", "Query", "Scan", "Sign", "Verify");

  private Operations() {}

  /// True when a text can be an operation's name.
  static boolean isOperation(@Nullable String name) {
    return name != null
        && name.length() >= 3
        && name.length() <= 80
        && Characters.isUpper(name.charAt(0))
        && Characters.consistsOf(name, "");
  }

  /// The service that has an operation of this name; null where several have or none is known.
  static @Nullable String service(@Nullable String operation) {
    String service = operation == null ? null : SERVICES.get(operation);
    return service == null || service.isEmpty() ? null : service;
  }

  /// True when the operation is among the well-known ones.
  static boolean isKnown(String name) {
    return !name.isEmpty() && Characters.isUpper(name.charAt(0)) && SERVICES.containsKey(name);
  }

  /// True for the operations that have one word for a name.
  static boolean isSingleWord(String name) {
    return SINGLE_WORDS.contains(name);
  }

  /// `get-caller-identity` → `GetCallerIdentity`, from the AWS CLI's spelling to the API's.
  static String fromCommand(String command) {
    var out = new StringBuilder(command.length());
    for (String piece : command.split("-", -1)) {
      if (!piece.isEmpty()) {
        out.append(
            CAPITALS.getOrDefault(
                piece, Character.toUpperCase(piece.charAt(0)) + piece.substring(1)));
      }
    }
    return out.toString();
  }
}
