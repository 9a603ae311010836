package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.http.Metrics.Detail;
import io.credfix.redact.Redaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_764_000_000_000L), ZoneOffset.UTC);

  private static Metrics metrics(Detail detail) {
    return new Metrics(detail, "credfix-prod", CLOCK);
  }

  private static RequestLog diagnosis(@Nullable String cause, boolean cold) {
    var outcome =
        new Outcome(
            cause == null ? "unrecognized" : "recognized",
            cause,
            "AccessDenied",
            null,
            List.of(new Redaction("secret-access-key", 2), new Redaction("session-token", 1)),
            null,
            null);
    return new RequestLog("diagnose", "POST", 200, 300, 4000, 12, cold, outcome);
  }

  private static Map<String, Object> read(String line) {
    assertFalse(line.contains("\n"), "one line");
    return Json.object(line);
  }

  /// Checks what the specification demands of a line, and returns `dimensions → metric names`.
  private static Map<List<?>, List<String>> directives(Map<String, Object> line) {
    assertInstanceOf(Number.class, Json.at(line, "_aws", "Timestamp"));
    Map<List<?>, List<String>> found = new LinkedHashMap<>();
    for (Object directive : list(line, "_aws", "CloudWatchMetrics")) {
      assertEquals("credfix", Json.at(directive, "Namespace"));
      List<String> names = new ArrayList<>();
      for (Object metric : list(directive, "Metrics")) {
        String name = assertInstanceOf(String.class, Json.at(metric, "Name"));
        assertInstanceOf(Number.class, line.get(name), () -> "no number for " + name);
        names.add(name);
      }
      for (Object set : list(directive, "Dimensions")) {
        List<?> dimensions = assertInstanceOf(List.class, set);
        dimensions.forEach(name -> assertInstanceOf(String.class, line.get(name)));
        found.put(dimensions, names);
      }
    }
    return found;
  }

  private static List<Object> list(Object root, Object... path) {
    List<Object> items = new ArrayList<>();
    for (Object item : assertInstanceOf(List.class, Json.at(root, path))) {
      items.add(item);
    }
    return items;
  }

  @Test
  void countsADiagnosisByCauseAndItsRedactionsByKind() {
    var line = read(diagnosis("clock-skew", true).line(metrics(Detail.DETAILED)));
    assertEquals(
        Map.of(
            List.of("service"),
            List.of(
                "ColdStarts",
                "Diagnoses",
                "Unrecognized",
                "Redactions",
                "Latency",
                "Redacted-secret-access-key",
                "Redacted-session-token"),
            List.of("service", "cause"),
            List.of("Diagnoses")),
        directives(line));
    assertEquals("credfix-prod", line.get("service"));
    assertEquals("clock-skew", line.get("cause"));
    assertEquals(1, line.get("ColdStarts"));
    assertEquals(0, line.get("Unrecognized"));
    assertEquals(3, line.get("Redactions"));
    assertEquals(2, line.get("Redacted-secret-access-key"));
    assertEquals(12, line.get("Latency"));
  }

  @Test
  void countsWhatWasNotRecognizedWithoutACause() {
    var line = read(diagnosis(null, false).line(metrics(Detail.DETAILED)));
    assertEquals(1, line.get("Unrecognized"));
    assertEquals(0, line.get("ColdStarts"));
    assertEquals(1, directives(line).size());
  }

  @Test
  void totalsHaveFiveMetricsOnly() {
    var line = read(diagnosis("clock-skew", false).line(metrics(Detail.TOTALS)));
    assertEquals(
        Map.of(
            List.of("service"),
            List.of("ColdStarts", "Diagnoses", "Unrecognized", "Redactions", "Latency")),
        directives(line));
  }

  @Test
  void otherRequestsCountOnlyAsColdStarts() {
    var served = new RequestLog("form", "GET", 200, 0, 900, 3, false, Outcome.SERVED);
    assertFalse(served.line(metrics(Detail.DETAILED)).contains("_aws"));
    var cold = new RequestLog("form", "GET", 200, 0, 900, 3, true, Outcome.SERVED);
    assertEquals(
        Map.of(List.of("service"), List.of("ColdStarts")),
        directives(read(cold.line(metrics(Detail.DETAILED)))));
  }

  @Test
  void isOffUnlessTheEnvironmentSaysOtherwise() {
    assertFalse(diagnosis("clock-skew", true).line(Metrics.from(Map.of())).contains("_aws"));
    assertTrue(
        diagnosis("clock-skew", true)
            .line(Metrics.from(Map.of("CREDFIX_METRICS", "totals")))
            .contains("_aws"));
    assertThrows(
        IllegalArgumentException.class, () -> Metrics.from(Map.of("CREDFIX_METRICS", "loud")));
  }
}
