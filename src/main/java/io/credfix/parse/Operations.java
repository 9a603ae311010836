package io.credfix.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of API operations by name.
final class Operations {
  /// The well-known operations behind the service that has them; `-` where several have one of that
  /// name.
  private static final List<String> NAMES =
      List.of(
          "sts GetCallerIdentity AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot"
              + " GetSessionToken GetFederationToken GetAccessKeyInfo DecodeAuthorizationMessage"
              + " GetWebIdentityToken",
          "sso GetRoleCredentials ListAccountRoles",
          "sso-oidc CreateToken StartDeviceAuthorization RegisterClient",
          "signin CreateOAuth2Token",
          "eks-auth AssumeRoleForPodIdentity",
          "s3 ListBuckets ListObjects ListObjectsV2 ListObjectVersions ListMultipartUploads"
              + " HeadObject HeadBucket GetObject PutObject DeleteObject DeleteObjects CopyObject"
              + " CreateBucket DeleteBucket GetBucketLocation GetBucketAcl GetBucketPolicy"
              + " GetBucketVersioning GetBucketEncryption GetBucketWebsite GetObjectAcl"
              + " GetObjectTagging GetObjectAttributes PutBucketPolicy PutBucketAcl PutBucketCors"
              + " PutBucketWebsite PutBucketTagging PutBucketVersioning PutBucketEncryption"
              + " PutBucketNotificationConfiguration PutPublicAccessBlock PutObjectAcl"
              + " PutObjectTagging CreateMultipartUpload UploadPart CompleteMultipartUpload"
              + " AbortMultipartUpload RestoreObject SelectObjectContent CreateSession",
          "ec2 DescribeInstances RunInstances StartInstances StopInstances TerminateInstances"
              + " DescribeRegions DescribeVpcs DescribeSubnets DescribeImages DescribeVolumes"
              + " DescribeSnapshots DescribeKeyPairs ImportKeyPair CreateKeyPair DescribeAddresses"
              + " DescribeSecurityGroups CreateSecurityGroup AuthorizeSecurityGroupIngress"
              + " DescribeAvailabilityZones DescribeAccountAttributes DescribeInstanceTypes"
              + " DescribeNetworkInterfaces DescribeRouteTables DescribeInternetGateways"
              + " DescribeLaunchTemplates DescribeSpotPriceHistory RequestSpotInstances CreateVpc"
              + " CreateVolume AttachVolume CreateSnapshot CopySnapshot CopyImage CreateImage"
              + " RegisterImage CreateRoute AllocateAddress AssociateAddress CreateFleet",
          "iam GetUser ListUsers CreateUser ListAccessKeys CreateAccessKey ListAccountAliases"
              + " CreateRole GetRole ListRoles DeleteRole PassRole GetRolePolicy PutRolePolicy"
              + " AttachRolePolicy CreatePolicy ListPolicies ListAttachedRolePolicies"
              + " CreateInstanceProfile GetInstanceProfile ListInstanceProfiles ListMFADevices"
              + " CreateServiceLinkedRole AddRoleToInstanceProfile CreateOpenIDConnectProvider ListOpenIDConnectProviders",
          "secretsmanager GetSecretValue PutSecretValue CreateSecret DescribeSecret ListSecrets",
          "ssm GetParameter GetParameters GetParametersByPath PutParameter DescribeParameters"
              + " StartSession SendCommand UpdateInstanceInformation DescribeInstanceInformation",
          "kms GenerateDataKey GenerateDataKeyWithoutPlaintext DescribeKey CreateGrant ListKeys",
          "dynamodb GetItem PutItem UpdateItem DeleteItem BatchGetItem BatchWriteItem DescribeTable"
              + " ListTables CreateTable",
          "sqs SendMessage SendMessageBatch ReceiveMessage DeleteMessage CreateQueue GetQueueUrl"
              + " ListQueues GetQueueAttributes",
          "sns ListTopics CreateTopic",
          "ses SendRawEmail SendTemplatedEmail GetSendQuota",
          "eks DescribeCluster DescribeNodegroup CreateNodegroup",
          "ecs DescribeServices DescribeTaskDefinition RegisterTaskDefinition RunTask UpdateService"
              + " DescribeTasks RegisterContainerInstance DiscoverPollEndpoint"
              + " ListContainerInstances",
          "apigateway CreateRestApi",
          "ecr BatchGetImage BatchCheckLayerAvailability GetDownloadUrlForLayer InitiateLayerUpload"
              + " DescribeRepositories CreateRepository",
          "bedrock-runtime InvokeModel InvokeModelWithResponseStream Converse ConverseStream",
          "bedrock ListFoundationModels",
          "cloudformation DescribeStacks DescribeStackEvents DescribeStackResource"
              + " DescribeStackResources ListStacks CreateStack UpdateStack DeleteStack"
              + " ValidateTemplate CreateChangeSet ExecuteChangeSet DescribeChangeSet"
              + " GetTemplateSummary",
          "lambda CreateFunction UpdateFunctionCode UpdateFunctionConfiguration GetFunction"
              + " GetFunctionConfiguration ListFunctions InvokeFunction PublishLayerVersion",
          "logs CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups DescribeLogStreams"
              + " FilterLogEvents GetLogEvents",
          "monitoring PutMetricData ListMetrics GetMetricData GetMetricStatistics DescribeAlarms",
          "kinesis PutRecords GetShardIterator DescribeStreamSummary ListShards",
          "firehose PutRecordBatch",
          "route53 ListHostedZones ListHostedZonesByName ListResourceRecordSets GetHostedZone"
              + " ChangeResourceRecordSets",
          "organizations DescribeOrganization",
          "cognito-idp InitiateAuth AdminInitiateAuth AdminGetUser AdminCreateUser ListUserPools"
              + " DescribeUserPool",
          "cognito-identity GetCredentialsForIdentity GetId GetOpenIdToken"
              + " GetOpenIdTokenForDeveloperIdentity",
          "athena StartQueryExecution GetQueryExecution GetQueryResults",
          "glue GetDatabases GetPartitions StartJobRun",
          "autoscaling DescribeAutoScalingGroups DescribeLaunchConfigurations",
          "rds DescribeDBInstances DescribeDBClusters",
          "elasticloadbalancing DescribeLoadBalancers DescribeTargetGroups",
          "codecommit GetRepository GitPull GitPush",
          "codedeploy CreateDeployment",
          "codebuild BatchGetProjects StartBuild",
          "imds GetMetadata",
          "- ListAccounts GetAuthorizationToken SendEmail PutRecord DescribeStream ListStreams"
              + " ListClusters CreateCluster CreateDBInstance GetDatabase GetTable GetTables");

  private static final Map<String, String> SERVICES = services();

  /// Every well-known operation by its name in small letters.
  private static final Map<String, String> BY_LETTERS = byLetters();

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

  private static Map<String, String> services() {
    Map<String, String> services = new HashMap<>();
    for (String line : NAMES) {
      String[] names = line.split(" ", -1);
      for (int i = 1; i < names.length; i++) {
        services.put(names[i], names[0].equals("-") ? "" : names[0]);
      }
    }
    return Map.copyOf(services);
  }

  private static Map<String, String> byLetters() {
    Map<String, String> names = new HashMap<>();
    for (String name : SERVICES.keySet()) {
      names.put(name.toLowerCase(Locale.ROOT), name);
    }
    return Map.copyOf(names);
  }

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

  /// The well-known operation that is written another way, `headObject`, `list_buckets`,
  /// `Headobject`; null when there is none of those letters.
  static @Nullable String spelled(String written) {
    return written.length() < 6 || written.length() > 60
        ? null
        : BY_LETTERS.get(written.replace("_", "").toLowerCase(Locale.ROOT));
  }

  /// The operation that a wrapper's sentence names, in AWS's own spelling where it is well known.
  static String named(String written) {
    @Nullable String known = isKnown(written) ? written : spelled(written);
    return known == null ? written : known;
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
