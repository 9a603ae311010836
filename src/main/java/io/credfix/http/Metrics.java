package io.credfix.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.redact.Redaction;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Metrics as members of a log line, in CloudWatch's embedded metric format. Dimensions and names
/// are closed sets: the function's name, ids of causes, kinds of redactions. Source of the format:
/// Amazon CloudWatch User Guide, "Specification: Embedded metric format".
public final class Metrics {
  /// `CREDFIX_METRICS`: how much is counted.
  public enum Detail {
    /// Nothing.
    OFF,
    /// Five sums: diagnoses, unrecognized ones, redactions, latency, cold starts.
    TOTALS,
    /// The sums, and diagnoses by cause and redactions by kind.
    DETAILED
  }

  /// No metrics.
  public static final Metrics NONE = new Metrics(Detail.OFF, "", Clock.systemUTC());

  static final String NAMESPACE = "credfix";
  private static final String DIMENSION = "service";

  private final Detail detail;
  private final String service;
  private final Clock clock;

  Metrics(Detail detail, String service, Clock clock) {
    this.detail = detail;
    this.service = service;
    this.clock = clock;
  }

  /// What the environment asks for; off when it says nothing.
  ///
  /// @throws IllegalArgumentException when `CREDFIX_METRICS` is no level of detail
  public static Metrics from(Map<String, String> environment) {
    String word = environment.getOrDefault("CREDFIX_METRICS", "off");
    for (Detail detail : Detail.values()) {
      if (detail.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new Metrics(
            detail,
            environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "credfix"),
            Clock.systemUTC());
      }
    }
    throw new IllegalArgumentException("CREDFIX_METRICS must be off, totals or detailed.");
  }

  /// Writes the members into the line's object. Requests that are no diagnoses say only whether
  /// they were a cold start.
  void write(JsonGenerator out, RequestLog entry) throws IOException {
    Outcome outcome = entry.outcome();
    if (detail == Detail.OFF || !outcome.isDiagnosis() && !entry.cold()) {
      return;
    }
    boolean detailed = detail == Detail.DETAILED;
    out.writeObjectFieldStart("_aws");
    out.writeNumberField("Timestamp", clock.millis());
    out.writeArrayFieldStart("CloudWatchMetrics");
    directive(out, null);
    metric(out, "ColdStarts", "Count");
    if (outcome.isDiagnosis()) {
      metric(out, "Diagnoses", "Count");
      metric(out, "Unrecognized", "Count");
      metric(out, "Redactions", "Count");
      metric(out, "Latency", "Milliseconds");
      if (detailed) {
        for (Redaction redaction : outcome.redactions()) {
          metric(out, name(redaction), "Count");
        }
      }
    }
    end(out);
    if (detailed && outcome.cause() != null) {
      directive(out, "cause");
      metric(out, "Diagnoses", "Count");
      end(out);
    }
    out.writeEndArray();
    out.writeEndObject();
    values(out, entry, detailed);
  }

  private void values(JsonGenerator out, RequestLog entry, boolean detailed) throws IOException {
    Outcome outcome = entry.outcome();
    out.writeStringField(DIMENSION, service);
    out.writeNumberField("ColdStarts", entry.cold() ? 1 : 0);
    if (!outcome.isDiagnosis()) {
      return;
    }
    out.writeNumberField("Diagnoses", 1);
    out.writeNumberField("Unrecognized", outcome.isUnrecognized() ? 1 : 0);
    out.writeNumberField(
        "Redactions", outcome.redactions().stream().mapToInt(Redaction::count).sum());
    out.writeNumberField("Latency", entry.millis());
    if (detailed) {
      for (Redaction redaction : outcome.redactions()) {
        out.writeNumberField(name(redaction), redaction.count());
      }
    }
  }

  private static String name(Redaction redaction) {
    return "Redacted-" + redaction.kind();
  }

  private static void directive(JsonGenerator out, @Nullable String dimension) throws IOException {
    out.writeStartObject();
    out.writeStringField("Namespace", NAMESPACE);
    out.writeArrayFieldStart("Dimensions");
    out.writeStartArray();
    out.writeString(DIMENSION);
    if (dimension != null) {
      out.writeString(dimension);
    }
    out.writeEndArray();
    out.writeEndArray();
    out.writeArrayFieldStart("Metrics");
  }

  private static void metric(JsonGenerator out, String name, String unit) throws IOException {
    out.writeStartObject();
    out.writeStringField("Name", name);
    out.writeStringField("Unit", unit);
    out.writeEndObject();
  }

  private static void end(JsonGenerator out) throws IOException {
    out.writeEndArray();
    out.writeEndObject();
  }
}
