package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockSkewReaderTest {
  private static Optional<ClockSkew> read(String text) {
    return Fixture.parse(text).facts().clockSkew();
  }

  @Test
  void anExpiredSignatureNamesBothClocks() {
    ClockSkew skew =
        read("Signature expired: 20260304T101112Z is now earlier than 20260304T103612Z (20260304T104112Z - 5 min.)")
            .orElseThrow();
    assertEquals(Duration.ofMinutes(-30), skew.ahead());
    assertEquals(Duration.ofMinutes(5), skew.window());
  }

  @Test
  void aSignatureFromTheFutureNamesBothClocks() {
    ClockSkew skew =
        read("Signature not yet current: 20260304T111112Z is still later than 20260304T101612Z (20260304T101112Z + 5 min.)")
            .orElseThrow();
    assertEquals(Duration.ofHours(1), skew.ahead());
  }

  @Test
  void theOuterLimitIsEnough() {
    ClockSkew skew =
        read("Signature expired: 20260304T101112Z is now earlier than 20260304T103612Z")
            .orElseThrow();
    assertEquals(Duration.ofMinutes(-40), skew.ahead());
  }

  @Test
  void s3NamesThemInItsAnswer() {
    ClockSkew skew =
        read("<Error><Code>RequestTimeTooSkewed</Code><RequestTime>20260304T101112Z</RequestTime>"
                + "<ServerTime>2026-03-04T09:11:12Z</ServerTime>"
                + "<MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds></Error>")
            .orElseThrow();
    assertEquals(Duration.ofHours(1), skew.ahead());
    assertEquals(Duration.ofMinutes(15), skew.window());
  }

  @Test
  void aTimeThatDoesNotExistIsNone() {
    assertTrue(
        read("Signature expired: 20261399T101112Z is now earlier than 20260304T103612Z").isEmpty());
  }
}
