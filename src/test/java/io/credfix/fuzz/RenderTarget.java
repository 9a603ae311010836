package io.credfix.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.Submission;
import io.credfix.render.Explanation;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;
import io.credfix.render.Site;
import io.credfix.render.TerminalRenderer;
import java.util.Locale;

/// Every format renders, within a bounded size, and HTML holds no element of the pasted text.
public final class RenderTarget {
  private static final Rulebook RULEBOOK = Rulebook.builtIn();
  private static final Explainer EXPLAINER = new Explainer(RULEBOOK);
  private static final MarkdownRenderer MARKDOWN = new MarkdownRenderer(RULEBOOK);
  private static final HtmlRenderer HTML = new HtmlRenderer(RULEBOOK);
  private static final int FRAME = 400_000;

  private RenderTarget() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    Explanation explanation = EXPLAINER.explain(Submission.of(text), StatedContext.NONE, false);
    String guide = MARKDOWN.guide(explanation);
    String json = new JsonRenderer(MARKDOWN).render(explanation);
    String html = HTML.fragment(explanation, Site.standalone(""));
    new TerminalRenderer(80, true).render(guide);
    if (guide.length() + json.length() + html.length() > FRAME + 100L * text.length()) {
      throw new IllegalStateException("an answer of " + guide.length() + " characters");
    }
    String lower = html.toLowerCase(Locale.ROOT);
    if (lower.contains("<script") || lower.contains("javascript:") || lower.contains("<img")) {
      throw new IllegalStateException("the pasted text became part of the page");
    }
  }
}
