package io.credfix;

import io.credfix.diagnose.Diagnostician;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.parse.ErrorParser;
import io.credfix.parse.ErrorReport;
import io.credfix.redact.Redacted;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import io.credfix.render.Decoding;
import io.credfix.render.Explanation;
import io.credfix.sts.MessageDecoder;
import io.credfix.sts.NoDecoder;
import org.jspecify.annotations.Nullable;

/// The whole path: redact → parse → diagnose. Immutable and thread-safe; build it once.
public final class Explainer {
  /// Longer than any document that was seen; what is longer is not read.
  private static final int MAX_DOCUMENT = 65_536;

  private final Redactor redactor = new Redactor();
  private final ErrorParser parser = new ErrorParser();
  private final Diagnostician diagnostician;
  private final MessageDecoder decoder;

  /// Explains from the text alone.
  ///
  /// @param rulebook the rules to explain by
  public Explainer(Rulebook rulebook) {
    this(rulebook, NoDecoder.INSTANCE);
  }

  /// @param rulebook the rules to explain by
  /// @param decoder opens encoded authorization messages
  public Explainer(Rulebook rulebook, MessageDecoder decoder) {
    diagnostician = new Diagnostician(rulebook);
    this.decoder = decoder;
  }

  /// The rules in use.
  public Rulebook rulebook() {
    return diagnostician.rulebook();
  }

  /// Loads what is otherwise loaded when first used: before a snapshot is taken.
  public void prepare() {
    decoder.prepare();
  }

  /// Explains what was submitted.
  ///
  /// @param keyPrefixCut whether a whole key id was cut at the door; the guide says so
  public Explanation explain(Submission submission, StatedContext context, boolean keyPrefixCut) {
    var redacted = redactor.redact(submission);
    var report = parser.parse(redacted);
    @Nullable String message = redacted.encodedAuthorizationMessage().orElse(null);
    if (message == null || report.facts().authorizationDocument().isPresent()) {
      return explanation(redacted, redacted, report, context, keyPrefixCut, Decoding.NOT_TRIED);
    }
    MessageDecoder.Answer answer = decoder.decode(message, report.primary().principal());
    @Nullable String document = answer.document();
    if (document == null) {
      return explanation(redacted, redacted, report, context, keyPrefixCut, answer.decoding());
    }
    // The rules read the text as if its reader had pasted the decoded document below it.
    Redacted both = redactor.redact(submission.followedBy(cut(document)));
    ErrorReport whole = parser.parse(both);
    return whole.facts().authorizationDocument().isPresent()
        ? explanation(redacted, both, whole, context, keyPrefixCut, Decoding.DECODED)
        : explanation(redacted, redacted, report, context, keyPrefixCut, Decoding.UNREADABLE);
  }

  private Explanation explanation(
      Redacted shown,
      Redacted read,
      ErrorReport report,
      StatedContext context,
      boolean keyPrefixCut,
      Decoding decoding) {
    return new Explanation(
        shown,
        diagnostician.diagnose(read, report, context),
        keyPrefixCut,
        rulebook().version(),
        decoding);
  }

  private static String cut(String document) {
    return document.length() > MAX_DOCUMENT ? document.substring(0, MAX_DOCUMENT) : document;
  }
}
