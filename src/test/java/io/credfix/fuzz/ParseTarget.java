package io.credfix.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.credfix.parse.ErrorParser;
import io.credfix.parse.ErrorReport;
import io.credfix.parse.Fact;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import java.util.Objects;
import java.util.stream.Stream;

/// Reading never throws, and what it reads keeps to its grammar.
public final class ParseTarget {
  private static final Redactor REDACTOR = new Redactor();
  private static final ErrorParser PARSER = new ErrorParser();

  private ParseTarget() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    var redacted = REDACTOR.redact(Submission.of(data.consumeRemainingAsString()));
    ErrorReport report = PARSER.parse(redacted);
    Integer status = report.primary().httpStatus();
    if (status != null && (status < 100 || status > 599)) {
      throw new IllegalStateException("an HTTP status of " + status);
    }
    for (Fact fact : Fact.values()) {
      for (String value : report.facts().all(fact)) {
        if (!isPlain(value)) {
          throw new IllegalStateException(fact + " has a value outside its grammar");
        }
      }
    }
    var primary = report.primary();
    for (String value :
        Stream.of(
                primary.code(),
                primary.operation(),
                primary.service(),
                primary.requestId(),
                primary.region())
            .filter(Objects::nonNull)
            .toList()) {
      if (!isPlain(value)) {
        throw new IllegalStateException("a component outside its grammar");
      }
    }
  }

  private static boolean isPlain(String value) {
    return !value.isBlank() && value.chars().noneMatch(c -> c < ' ' || c == '`' || c == 127);
  }
}
