package io.credfix;

import io.credfix.diagnose.Diagnostician;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.parse.ErrorParser;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import io.credfix.render.Explanation;

/// The whole path: redact → parse → diagnose. Immutable and thread-safe; build it once.
public final class Explainer {
  private final Redactor redactor = new Redactor();
  private final ErrorParser parser = new ErrorParser();
  private final Diagnostician diagnostician;

  /// @param rulebook the rules to explain by
  public Explainer(Rulebook rulebook) {
    diagnostician = new Diagnostician(rulebook);
  }

  /// The rules in use.
  public Rulebook rulebook() {
    return diagnostician.rulebook();
  }

  /// Explains what was submitted.
  ///
  /// @param keyPrefixCut whether a whole key id was cut at the door; the guide says so
  public Explanation explain(Submission submission, StatedContext context, boolean keyPrefixCut) {
    var redacted = redactor.redact(submission);
    var report = parser.parse(redacted);
    var diagnosis = diagnostician.diagnose(redacted, report, context);
    return new Explanation(redacted, diagnosis, keyPrefixCut, rulebook().version());
  }
}
