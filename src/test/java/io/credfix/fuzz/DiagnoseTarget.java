package io.credfix.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.Submission;

/// A diagnosis never throws, has at most five causes, and is the same the second time.
public final class DiagnoseTarget {
  private static final Explainer EXPLAINER = new Explainer(Rulebook.builtIn());
  private static final int MOST = 5;

  private DiagnoseTarget() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Submission submission = Submission.of(data.consumeRemainingAsString());
    var causes = EXPLAINER.explain(submission, StatedContext.NONE, false).diagnosis().causes();
    if (causes.size() > MOST) {
      throw new IllegalStateException(causes.size() + " causes");
    }
    var again = EXPLAINER.explain(submission, StatedContext.NONE, false).diagnosis().causes();
    if (!again.equals(causes)) {
      throw new IllegalStateException("the second diagnosis differs");
    }
  }
}
