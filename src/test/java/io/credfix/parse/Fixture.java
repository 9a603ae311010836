package io.credfix.parse;

import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A text with what must be read out of it. A fixture file holds many: a line `=== name`, lines `>
/// key=value` (`null` for what must not be read), then the text.
///
/// @param name of file and text
/// @param text what was pasted
/// @param expected by key
record Fixture(String name, String text, Map<String, String> expected) {
  static final List<String> FILES =
      List.of(
          "botocore", "go", "terraform", "java", "javascript", "others", "documents", "denials");

  static Stream<Fixture> of(String file) {
    String resource = "/parse/" + file + ".txt";
    try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(resource))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Fixture> fixtures = new ArrayList<>();
      for (String part : ("\n" + all).split("\n=== ", -1)) {
        if (!part.isBlank()) {
          fixtures.add(fixture(file, part));
        }
      }
      return fixtures.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Fixture> all() {
    return FILES.stream().flatMap(Fixture::of);
  }

  private static Fixture fixture(String file, String part) {
    List<String> lines = Arrays.asList(part.split("\n", -1));
    Map<String, String> expected = new LinkedHashMap<>();
    int at = 1;
    while (at < lines.size() && lines.get(at).startsWith("> ")) {
      String line = lines.get(at++).substring(2);
      int equals = line.indexOf('=');
      expected.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return new Fixture(
        file + ": " + lines.getFirst(),
        String.join("\n", lines.subList(at, lines.size())),
        expected);
  }

  static ErrorReport parse(String text) {
    return new ErrorParser().parse(new Redactor().redact(Submission.of(text)));
  }

  /// What was read, by the keys of a fixture file; `null` for what was not.
  static Map<String, String> read(ErrorReport report) {
    ReportedError error = report.primary();
    Map<String, String> read = new LinkedHashMap<>();
    read.put("code", String.valueOf(error.code()));
    read.put("message", String.valueOf(error.message()));
    read.put("operation", String.valueOf(error.operation()));
    read.put("service", String.valueOf(error.service()));
    read.put("status", String.valueOf(error.httpStatus()));
    read.put("request-id", String.valueOf(error.requestId()));
    read.put("region", String.valueOf(error.region()));
    read.put("principal", String.valueOf(error.principal()));
    read.put("action", String.valueOf(error.action()));
    read.put("resource", String.valueOf(error.resource()));
    PolicyType type = error.policyType();
    read.put("policy-type", type == null ? "null" : type.label());
    read.put("policy-arn", String.valueOf(error.policyArn()));
    read.put("tool", String.valueOf(error.tool()));
    String denial = report.facts().denial().map(Enum::name).orElse("null");
    read.put("denial", denial.toLowerCase(Locale.ROOT));
    return read;
  }

  /// What differs from what is expected.
  Map<String, String> differences() {
    Map<String, String> read = read(parse(text));
    Map<String, String> differences = new LinkedHashMap<>();
    expected.forEach(
        (key, value) -> {
          if (!value.equals(read.get(key))) {
            differences.put(key, "expected " + value + ", read " + read.get(key));
          }
        });
    return differences;
  }

  @Override
  public String toString() {
    return name;
  }
}
