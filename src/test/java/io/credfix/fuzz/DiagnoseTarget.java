package io.credfix.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.credfix.diagnose.Diagnostician;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.parse.ErrorParser;
import io.credfix.parse.ErrorReport;
import io.credfix.redact.Redacted;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;

/// A diagnosis never throws, has at most five causes, and is the same the second time.
public final class DiagnoseTarget {
  private static final Redactor REDACTOR = new Redactor();
  private static final ErrorParser PARSER = new ErrorParser();
  private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(Rulebook.builtIn());
  private static final int MOST = 5;

  private DiagnoseTarget() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Redacted redacted = REDACTOR.redact(Submission.of(data.consumeRemainingAsString()));
    ErrorReport report = PARSER.parse(redacted);
    var causes = DIAGNOSTICIAN.diagnose(redacted, report, StatedContext.NONE).causes();
    if (causes.size() > MOST) {
      throw new IllegalStateException(causes.size() + " causes");
    }
    var again = DIAGNOSTICIAN.diagnose(redacted, report, StatedContext.NONE).causes();
    if (!again.equals(causes)) {
      throw new IllegalStateException("the second diagnosis differs");
    }
  }
}
