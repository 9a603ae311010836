package io.credfix.diagnose;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How AWS writes its services' names, for sentences.
final class Services {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("sts", "AWS STS"),
          Map.entry("iam", "IAM"),
          Map.entry("s3", "Amazon S3"),
          Map.entry("ec2", "Amazon EC2"),
          Map.entry("sso", "IAM Identity Center"),
          Map.entry("sso-oidc", "IAM Identity Center"),
          Map.entry("signin", "AWS Sign-In"),
          Map.entry("dynamodb", "Amazon DynamoDB"),
          Map.entry("sqs", "Amazon SQS"),
          Map.entry("sns", "Amazon SNS"),
          Map.entry("kms", "AWS KMS"),
          Map.entry("lambda", "AWS Lambda"),
          Map.entry("ecr", "Amazon ECR"),
          Map.entry("eks", "Amazon EKS"),
          Map.entry("ecs", "Amazon ECS"),
          Map.entry("ssm", "AWS Systems Manager"),
          Map.entry("secretsmanager", "AWS Secrets Manager"),
          Map.entry("cloudformation", "AWS CloudFormation"),
          Map.entry("cloudwatch", "Amazon CloudWatch"),
          Map.entry("logs", "Amazon CloudWatch Logs"),
          Map.entry("rds", "Amazon RDS"),
          Map.entry("route53", "Amazon Route 53"),
          Map.entry("cognito-identity", "Amazon Cognito"),
          Map.entry("cognito-idp", "Amazon Cognito"),
          Map.entry("bedrock", "Amazon Bedrock"),
          Map.entry("bedrock-runtime", "Amazon Bedrock"),
          Map.entry("execute-api", "Amazon API Gateway"),
          Map.entry("apigateway", "Amazon API Gateway"),
          Map.entry("codecommit", "AWS CodeCommit"),
          Map.entry("codeartifact", "AWS CodeArtifact"),
          Map.entry("organizations", "AWS Organizations"),
          Map.entry("lakeformation", "AWS Lake Formation"),
          Map.entry("glue", "AWS Glue"),
          Map.entry("athena", "Amazon Athena"),
          Map.entry("ses", "Amazon SES"),
          Map.entry("kinesis", "Amazon Kinesis"),
          Map.entry("es", "Amazon OpenSearch Service"),
          Map.entry("eks-auth", "Amazon EKS"));

  private static final Set<String> COMMANDS_LIKE_ACTIONS =
      Set.of(
          "athena",
          "cloudformation",
          "codecommit",
          "cognito-identity",
          "dynamodb",
          "ec2",
          "ecr",
          "ecs",
          "eks",
          "glue",
          "iam",
          "kinesis",
          "kms",
          "lambda",
          "logs",
          "organizations",
          "rds",
          "route53",
          "secretsmanager",
          "sns",
          "sqs",
          "ssm",
          "sts");

  /// Services that take a role on behalf of themselves alone, by the name before `.amazonaws.com`
  /// that a role's trust policy and `iam:PassedToService` have for them.
  private static final Map<String, String> ROLE_TAKERS =
      Map.ofEntries(
          Map.entry("bedrock", "bedrock"),
          Map.entry("bedrock-agent", "bedrock"),
          Map.entry("cloudformation", "cloudformation"),
          Map.entry("codebuild", "codebuild"),
          Map.entry("codepipeline", "codepipeline"),
          Map.entry("ec2", "ec2"),
          Map.entry("ecs", "ecs-tasks"),
          Map.entry("events", "events"),
          Map.entry("firehose", "firehose"),
          Map.entry("glue", "glue"),
          Map.entry("lambda", "lambda"),
          Map.entry("sagemaker", "sagemaker"),
          Map.entry("scheduler", "scheduler"),
          Map.entry("states", "states"));

  private Services() {}

  /// The service principal, without `.amazonaws.com`, that a role is passed to by an operation;
  /// null where the service takes roles for several.
  static @Nullable String takesRolesAs(String service, @Nullable String operation) {
    if (service.equals("eks") && operation != null) {
      return switch (operation) {
        case "CreateCluster" -> "eks";
        case "CreateNodegroup" -> "ec2";
        case "CreatePodIdentityAssociation" -> "pods.eks";
        default -> null;
      };
    }
    return ROLE_TAKERS.get(service);
  }

  /// True where `service:GetThing` is what `aws service get-thing` does; for S3, say, it is not.
  static boolean commandsAreNamedLikeActions(String service) {
    return COMMANDS_LIKE_ACTIONS.contains(service);
  }

  /// The service's name in a sentence.
  static String name(String service) {
    return NAMES.getOrDefault(service, "AWS " + service.toUpperCase(Locale.ROOT));
  }
}
