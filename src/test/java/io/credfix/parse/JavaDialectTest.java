package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaDialectTest {
  static Stream<Fixture> fixtures() {
    return Fixture.of("java");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void readsWhatBothJavaSdksPrint(Fixture fixture) {
    assertEquals(Map.of(), fixture.differences());
  }

  @ParameterizedTest
  @ValueSource(strings = {"`id`", "<b>Denied</b>", "--", "403 `id`", "a  b"})
  void takesNothingForACodeThatIsNone(String code) {
    String text =
        "com.amazonaws.SomethingElse: no (Service: Amazon S3; Status Code: 403; Error Code: "
            + code
            + "; Request ID: 4442587FB7D0A2F9)";

    ErrorReport report = new ErrorParser().parse(new Redactor().redact(Submission.of(text)));

    assertNull(report.primary().code());
  }
}
