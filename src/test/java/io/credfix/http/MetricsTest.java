package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credfix.http.Metrics.Detail;
import io.credfix.redact.Redaction;
import java.io.IOException;
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

  private static Map<String, @Nullable Object> read(String line) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      parser.nextToken();
      @SuppressWarnings("unchecked")
      var root = (Map<String, @Nullable Object>) value(parser);
      assertEquals(null, parser.nextToken(), "one object a line");
      return root;
    }
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          assertFalse(object.containsKey(name), () -> "twice: " + name);
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> parser.getText();
    };
  }

  /// Checks what the specification demands of a line, and returns `dimensions → metric names`.
  private static Map<List<?>, List<String>> directives(Map<String, @Nullable Object> line) {
    var aws = (Map<?, ?>) line.get("_aws");
    assertTrue(aws != null && aws.get("Timestamp") instanceof Long);
    Map<List<?>, List<String>> found = new LinkedHashMap<>();
    for (Object each : (List<?>) aws.get("CloudWatchMetrics")) {
      var directive = (Map<?, ?>) each;
      assertEquals("credfix", directive.get("Namespace"));
      List<String> names = new ArrayList<>();
      for (Object metric : (List<?>) directive.get("Metrics")) {
        String name = String.valueOf(((Map<?, ?>) metric).get("Name"));
        assertTrue(line.get(name) instanceof Long, () -> "no number for " + name);
        names.add(name);
      }
      for (Object set : (List<?>) directive.get("Dimensions")) {
        for (Object dimension : (List<?>) set) {
          assertTrue(line.get(String.valueOf(dimension)) instanceof String);
        }
        found.put((List<?>) set, names);
      }
    }
    return found;
  }

  @Test
  void countsADiagnosisByCauseAndItsRedactionsByKind() throws IOException {
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
    assertEquals(1L, line.get("ColdStarts"));
    assertEquals(0L, line.get("Unrecognized"));
    assertEquals(3L, line.get("Redactions"));
    assertEquals(2L, line.get("Redacted-secret-access-key"));
    assertEquals(12L, line.get("Latency"));
  }

  @Test
  void countsWhatWasNotRecognizedWithoutACause() throws IOException {
    var line = read(diagnosis(null, false).line(metrics(Detail.DETAILED)));
    assertEquals(1L, line.get("Unrecognized"));
    assertEquals(0L, line.get("ColdStarts"));
    assertEquals(1, directives(line).size());
  }

  @Test
  void totalsHaveFiveMetricsOnly() throws IOException {
    var line = read(diagnosis("clock-skew", false).line(metrics(Detail.TOTALS)));
    assertEquals(
        Map.of(
            List.of("service"),
            List.of("ColdStarts", "Diagnoses", "Unrecognized", "Redactions", "Latency")),
        directives(line));
  }

  @Test
  void otherRequestsCountOnlyAsColdStarts() throws IOException {
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
