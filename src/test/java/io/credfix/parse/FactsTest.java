package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "PROFILE | staging | aws s3 ls --profile staging",
        "PROFILE | staging | The config profile (staging) could not be found",
        "PROFILE | staging | export AWS_PROFILE=staging",
        "PROFILE | staging | failed to get shared config profile, staging",
        "PROFILE | staging | To use Sso related properties in the 'staging' profile, the 'sso' service",
        "REGION | eu-north-1 | aws ec2 describe-vpcs --region eu-north-1",
        "REGION | us-east-1a | Provided region_name 'us-east-1a' doesn't match a supported format.",
        "REGION | Frankfurt | Error: invalid AWS Region: Frankfurt",
        "REGION | eu-nort-1 | Could not connect to the endpoint URL: \"https://sts.eu-nort-1.amazonaws.com/\"",
        "REGION | us-east | dial tcp: lookup s3.us-east.amazonaws.com: no such host",
        "REGION | fr-par | dial tcp: lookup sts.fr-par.amazonaws.com: no such host",
        "REGION | af-south-1 | AWS_DEFAULT_REGION=af-south-1",
        "REGION | us-west-2 | Credential=AKIA/20260304/us-west-2/execute-api/aws4_request",
        "REGION | eu-west-3 | on resource: arn:aws:sqs:eu-west-3:111122223333:orders",
        "HOST | localhost:4566 | Could not connect to the endpoint URL: \"http://localhost:4566/\"",
        "HOST | sts.amazonaws.com | dial tcp: lookup sts.amazonaws.com: no such host",
        "HOST | 169.254.169.254:80 | dial tcp 169.254.169.254:80: i/o timeout",
        "ARN | arn:aws:iam::111122223333:role/app | role arn:aws:iam::111122223333:role/app",
        "ACCOUNT | 111122223333 | role arn:aws:iam::111122223333:role/app",
        "ACCOUNT | 111122223333 | STS is not activated in this region for account:111122223333.",
        "TARGET_ROLE | arn:aws:iam::111122223333:role/app | role_arn = arn:aws:iam::111122223333:role/app",
        "BUCKET | example-bucket | aws s3 cp a.txt s3://example-bucket/a.txt",
        "BUCKET | example-bucket | https://example-bucket.s3.eu-north-1.amazonaws.com/a.txt",
        "BUCKET | example-bucket | on resource: \"arn:aws:s3:::example-bucket/a.txt\"",
        "BUCKET | tf-state | Unable to list objects in S3 bucket \"tf-state\" with prefix \"env:/\"",
        "BUCKET | tf-state | Error: reading S3 Bucket (tf-state) Policy",
        "KMS_KEY | arn:aws:kms:eu-north-1:111122223333:key/0a1b2c3d | arn:aws:kms:eu-north-1:111122223333:key/0a1b2c3d",
        "CLUSTER | blue | aws eks update-kubeconfig --name blue",
        "CLUSTER | blue | arn:aws:eks:eu-north-1:111122223333:cluster/blue",
        "REPOSITORY | team/app | arn:aws:ecr:eu-north-1:111122223333:repository/team/app",
        "REPOSITORY | team/app | https://111122223333.dkr.ecr.eu-north-1.amazonaws.com/v2/team/app/manifests/1",
        "REGISTRY | 111122223333.dkr.ecr.eu-north-1.amazonaws.com | push 111122223333.dkr.ecr.eu-north-1.amazonaws.com/app",
        "ISSUER | https://idp.example.com/realm | No OpenIDConnect provider found in your account for https://idp.example.com/realm",
        "AUDIENCE | sts.amazonaws.com | {\"aud\": \"sts.amazonaws.com\"}",
        "SUBJECT | repo:example/app:ref:refs/heads/main | \"sub\": \"repo:example/app:ref:refs/heads/main\"",
        "SUBJECT | system:serviceaccount:web:app | sub system:serviceaccount:web:app",
        "MFA_SERIAL | arn:aws:iam::111122223333:mfa/maria | mfa_serial = arn:aws:iam::111122223333:mfa/maria",
        "SESSION_TOKEN | sent | export AWS_SESSION_TOKEN=[session token removed]",
        "SESSION_TOKEN | sent | https://b.s3.amazonaws.com/a?X-Amz-Security-Token=[session token removed]&X-Amz-Date=1",
        "SESSION_TOKEN | none | AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=[secret access key removed]",
        "SESSION_TOKEN | none | \"SessionToken\": null",
        "RUNS_ON | ecs | Get \"http://169.254.170.2/v2/credentials/x\": context deadline exceeded",
        "RUNS_ON | ecs | ResourceInitializationError: unable to pull secrets or registry auth",
        "RUNS_ON | eks | open /var/run/secrets/eks.amazonaws.com/serviceaccount/token: no such file",
        "RUNS_ON | lambda | at /var/task/index.js:10",
        "RUNS_ON | ci | Run aws-actions/configure-aws-credentials@v4",
        "RUNS_ON | ci | ##[error]The security token is expired",
        "RUNS_ON | ec2 | [ec2-user@ip-10-0-0-1 ~]$ aws s3 ls",
        "RUNS_ON | workstation | File \"/Users/maria/app.py\", line 1",
        "OS | windows | C:\\Users\\maria> aws s3 ls",
        "OS | macos | /Users/maria/.aws/config",
        "OS | linux | aws-cli/2.15.0 Python/3.11.6 Linux/6.1",
        "SHELL | powershell | PS C:\\Users\\maria> aws s3 ls",
        "SHELL | cmd | C:\\Users\\maria> aws s3 ls",
        "SHELL | bash | $ aws s3 ls",
        "SHELL | zsh | zsh: command not found: aws",
        "TOOL | aws-cli | aws-cli/2.15.0 Python/3.11.6",
        "TOOL_VERSION | 2.15.0 | aws-cli/2.15.0 Python/3.11.6",
        "CODE | ExpiredToken | ExpiredToken: The security token included in the request is expired"
      })
  void readsFacts(Fact fact, String value, String text) {
    assertEquals(value, Fixture.parse(text).facts().first(fact).orElse("nothing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "PROFILE | aws s3 ls --profile $(cat x)",
        "PROFILE | The config profile (<script>) could not be found",
        "REGION | no region here, state-of-the-art 1",
        "HOST | see https://docs.aws.amazon.com/IAM/latest/UserGuide/",
        "ARN | arn:aws:iam::`id`:role/x",
        "SESSION_TOKEN | The security token included in the request is invalid.",
        "RUNS_ON | Unable to locate credentials",
        "BUCKET | s3://$BUCKET/a.txt",
        "CLUSTER | arn:aws:eks:eu-west-1:111122223333:cluster/\u00ed",
        "REPOSITORY | arn:aws:ecr:eu-west-1:111122223333:repository/ in the registry"
      })
  void takesNothingThatIsNoFact(Fact fact, String text) {
    assertEquals(List.of(), Fixture.parse(text).facts().all(fact));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "logs\u007f1", "a\nb", "a`id`"})
  void neverHoldsWhatIsNoPlainValue(String value) {
    assertEquals(List.of(), new Facts.Builder().add(Fact.BUCKET, value).build().all(Fact.BUCKET));
  }

  @Test
  void tellsTheAccountsApart() {
    Facts facts =
        Fixture.parse(
                "User: arn:aws:iam::111122223333:user/maria is not authorized to perform:"
                    + " sts:AssumeRole on resource: arn:aws:iam::444455556666:role/reader")
            .facts();
    assertEquals(List.of("111122223333", "444455556666"), facts.all(Fact.ACCOUNT));
    assertEquals("444455556666", facts.first(Fact.RESOURCE_ACCOUNT).orElse(""));
    assertEquals("arn:aws:iam::444455556666:role/reader", facts.first(Fact.TARGET_ROLE).orElse(""));
    assertEquals("arn:aws:iam::111122223333:user/maria", facts.first(Fact.PRINCIPAL).orElse(""));
  }

  @Test
  void namesEveryErrorOfThePaste() {
    ErrorReport report =
        Fixture.parse(
            "An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided"
                + " token has expired.\nAn error occurred (AccessDenied) when calling the GetUser"
                + " operation: Access denied");
    assertEquals("ExpiredToken", report.primary().code());
    assertEquals(
        List.of("AccessDenied"), report.others().stream().map(ReportedError::code).toList());
    assertEquals(List.of("ExpiredToken", "AccessDenied"), report.facts().all(Fact.CODE));
  }

  @Test
  void saysNothingOfATextWithoutAnError() {
    ErrorReport report = Fixture.parse("Everything went well.");
    assertEquals(ReportedError.NONE, report.primary());
    assertTrue(report.others().isEmpty());
  }
}
