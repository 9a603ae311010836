package io.credfix.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.credfix.parse.ErrorParser;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCollectorTest {
  @ParameterizedTest
  @CsvSource({
    "arn:aws:sts::111122223333:assumed-role/ci/gh, arn:aws:iam::111122223333:role/ci",
    "arn:aws:iam::111122223333:user/ann, arn:aws:iam::111122223333:user/ann",
    "arn:aws:iam::111122223333:role/ci, arn:aws:iam::111122223333:role/ci",
    // Its role's path is not in the session's ARN.
    "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ann, CALLER_ARN",
  })
  void namesTheCallerAsAPolicyDoes(String principal, String expected) {
    String text = "User: " + principal + " is not authorized to perform: s3:GetObject";

    assertEquals(expected, values(text).fill("{caller.arn}"));
  }

  @ParameterizedTest
  @CsvSource({
    "operation error Lambda: CreateFunction, lambda",
    "operation error ECS: RegisterTaskDefinition, ecs-tasks",
    "operation error EKS: CreateNodegroup, ec2",
    "operation error EKS: CreateCluster, eks",
    "operation error IAM: CreateUser, SERVICE",
  })
  void namesTheServiceThatGetsTheRole(String call, String expected) {
    String text = call + ", https response error StatusCode: 403, RequestID: x, AccessDenied: no";

    assertEquals(expected, values(text).fill("{passed-to}"));
  }

  @ParameterizedTest
  @CsvSource({
    "Connect to sts.eu-north-1.amazonaws.com:443 failed, sts.eu-north-1.amazonaws.com",
    "Connect to http://localhost:4566 failed, localhost:4566",
  })
  void leavesTheUsualPortOutOfAHost(String text, String expected) {
    assertEquals(expected, values(text).fill("{host}"));
  }

  private static PlaceholderValues values(String text) {
    var report = new ErrorParser().parse(new Redactor().redact(Submission.of(text)));
    return ValueCollector.collect(report, StatedContext.NONE, null, Map.of());
  }
}
