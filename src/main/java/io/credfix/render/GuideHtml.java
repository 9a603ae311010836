package io.credfix.render;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Fix;
import io.credfix.diagnose.Likelihood;
import io.credfix.diagnose.LookAlike;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.RankedCause;
import io.credfix.diagnose.Reference;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.RuledOut;
import io.credfix.redact.Redaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One guide as an HTML fragment: the first cause open, the others folded. One per call.
final class GuideHtml {
  private final Rulebook rulebook;
  private final MarkdownHtml markdown;
  private final PageLayout layout;
  private final Explanation explanation;
  private final Diagnosis diagnosis;
  private final PlaceholderValues values;
  private final StringBuilder out = new StringBuilder(8192);

  GuideHtml(Rulebook rulebook, MarkdownHtml markdown, PageLayout layout, Explanation explanation) {
    this.rulebook = rulebook;
    this.markdown = markdown;
    this.layout = layout;
    this.explanation = explanation;
    diagnosis = explanation.diagnosis();
    values = diagnosis.values();
  }

  /// @param question the question as a form, HTML; empty for none
  /// @param source the same guide as Markdown
  String html(String question, String source) {
    out.append("<article class=\"guide\" data-recognized=\"").append(diagnosis.recognized());
    out.append("\">\n");
    if (diagnosis.recognized()) {
      recognized(question);
    } else {
      out.append(markdown.blocks(new UnrecognizedGuide(explanation).body()));
    }
    removed();
    out.append("<details class=\"source\"><summary>This guide as Markdown</summary>\n<textarea");
    out.append(
        " readonly rows=\"12\" spellcheck=\"false\" aria-label=\"This guide as Markdown\">\n");
    out.append(HtmlText.escape(source)).append("</textarea></details>\n");
    return out.append("</article>\n").toString();
  }

  private void recognized(String question) {
    RankedCause first = diagnosis.causes().getFirst();
    Cause cause = first.cause();
    out.append("<section class=\"cause first\" data-cause=\"").append(cause.id()).append("\">\n");
    out.append("<h1>").append(markdown.inline(values.fill(cause.title()))).append("</h1>\n");
    out.append(markdown.blocks(values.fill(cause.opening())));
    note();
    because(first, "h2");
    explanation
        .diagnosis()
        .report()
        .facts()
        .authorizationDocument()
        .ifPresent(document -> out.append(markdown.blocks(AuthorizationTable.markdown(document))));
    // While it is open which cause it is, answering costs less than trying.
    boolean open = first.likelihood() == Likelihood.POSSIBLE;
    out.append(open ? question : "");
    fixes(first, 2);
    section("h2", "Check", check(cause));
    out.append("</section>\n").append(open ? "" : question);
    others(first);
    ruledOut();
    section("h2", "So that it stays fixed", values.fill(cause.prevention()));
    section("h2", "Who must act", values.fill(cause.actor()));
    section("h2", "Why this happens", values.fill(cause.why()));
    references(first);
  }

  private void note() {
    if (explanation.keyPrefixCut()) {
      out.append("<p class=\"note\">You sent a whole access key id. It was cut to its first");
      out.append(" thirteen characters; four are enough.</p>\n");
    }
    out.append(markdown.blocks(DecodingNote.markdown(explanation)));
  }

  private void because(RankedCause ranked, String heading) {
    if (ranked.because().isEmpty()) {
      return;
    }
    out.append("<div class=\"because\"><").append(heading).append('>');
    out.append(
        switch (ranked.likelihood()) {
          case CERTAIN -> "How we know";
          case LIKELY -> "Why we think so";
          case POSSIBLE -> "Why it may be this";
        });
    out.append(" <span class=\"likelihood ").append(ranked.likelihood().label()).append("\">");
    out.append(ranked.likelihood().label()).append("</span></").append(heading).append(">\n<ul>\n");
    for (String sentence : ranked.because()) {
      out.append("<li>").append(markdown.inline(sentence)).append("</li>\n");
    }
    out.append("</ul></div>\n");
  }

  private void fixes(RankedCause ranked, int level) {
    List<Fix> fixes = ranked.fixes();
    if (fixes.isEmpty()) {
      return;
    }
    out.append("<div class=\"fixes\"><h").append(level).append(">Fix it</h").append(level);
    out.append(">\n");
    for (Fix fix : fixes) {
      if (fixes.size() > 1) {
        section("h" + (level + 1), values.fill(fix.title()), text(fix.markdown()));
      } else {
        out.append(markdown.blocks(text(fix.markdown())));
      }
    }
    out.append("</div>\n");
  }

  private String text(String source) {
    return values.fill(ShellBlocks.only(source, diagnosis.context()));
  }

  private String check(Cause cause) {
    return text(cause.verify());
  }

  private void others(RankedCause first) {
    Set<String> shown = new HashSet<>();
    shown.add(first.cause().id());
    diagnosis.ruledOut().forEach(other -> shown.add(other.cause().id()));
    List<RankedCause> ranked =
        diagnosis.causes().stream().skip(1).filter(other -> shown.add(other.cause().id())).toList();
    List<LookAlike> lookAlikes =
        first.cause().lookAlikes().stream().filter(other -> shown.add(other.causeId())).toList();
    if (ranked.isEmpty() && lookAlikes.isEmpty()) {
      return;
    }
    out.append("<section class=\"others\"><h2>If it is something else</h2>\n");
    for (RankedCause other : ranked) {
      folded(first, other);
    }
    if (!lookAlikes.isEmpty()) {
      out.append("<ul class=\"look-alikes\">\n");
      for (LookAlike other : lookAlikes) {
        out.append("<li>").append(causeLink(other.causeId())).append(": ");
        out.append(markdown.inline(values.fill(other.tell()))).append("</li>\n");
      }
      out.append("</ul>\n");
    }
    out.append("</section>\n");
  }

  private void folded(RankedCause first, RankedCause other) {
    Cause cause = other.cause();
    out.append("<details class=\"cause\" data-cause=\"").append(cause.id()).append("\"><summary>");
    out.append(markdown.inline(values.fill(cause.title())));
    out.append(" <span class=\"likelihood ").append(other.likelihood().label()).append("\">");
    out.append(other.likelihood().label()).append("</span></summary>\n");
    first.cause().lookAlikes().stream()
        .filter(look -> look.causeId().equals(cause.id()))
        .findFirst()
        .ifPresent(
            look -> {
              out.append("<p class=\"tell\">How to tell: ");
              out.append(markdown.inline(values.fill(look.tell()))).append("</p>\n");
            });
    out.append(markdown.blocks(values.fill(cause.opening())));
    because(other, "h3");
    fixes(other, 3);
    section("h3", "Check", check(cause));
    references(other);
    out.append("</details>\n");
  }

  private void ruledOut() {
    if (diagnosis.ruledOut().isEmpty()) {
      return;
    }
    out.append("<section class=\"ruled-out\"><h2>Ruled out</h2>\n<ul>\n");
    for (RuledOut other : diagnosis.ruledOut()) {
      out.append("<li>").append(causeLink(other.cause().id())).append(": ");
      out.append(markdown.inline(other.because())).append("</li>\n");
    }
    out.append("</ul></section>\n");
  }

  private String causeLink(String id) {
    return rulebook
        .cause(id)
        .map(
            cause ->
                "<a href=\""
                    + layout.link("/causes/" + id)
                    + "\">"
                    + markdown.inline(values.fill(cause.title()))
                    + "</a>")
        .orElseGet(() -> HtmlText.escape(id));
  }

  private void references(RankedCause ranked) {
    Cause cause = ranked.cause();
    out.append("<p class=\"foot\"><a href=\"").append(layout.link("/causes/" + cause.id()));
    out.append("\"><code>").append(cause.id()).append("</code></a>");
    String separator = " · AWS: ";
    for (Reference reference : cause.references()) {
      out.append(separator);
      out.append(markdown.inline("[" + reference.title() + "](" + reference.url() + ")"));
      separator = ", ";
    }
    out.append("</p>\n");
  }

  private void section(String heading, String title, String body) {
    if (!body.isBlank()) {
      out.append('<').append(heading).append('>').append(markdown.inline(title));
      out.append("</").append(heading).append(">\n").append(markdown.blocks(body));
    }
  }

  private void removed() {
    List<Redaction> redactions = explanation.redacted().redactions();
    out.append("<section class=\"removed\"><h2>What was removed</h2>\n");
    if (redactions.isEmpty()) {
      out.append("<p>No secret was found in your text.</p>\n");
    } else {
      out.append("<ul>\n");
      for (Redaction redaction : redactions) {
        out.append("<li>").append(HtmlText.escape(redaction.kind().replace('-', ' ')));
        out.append(redaction.count() > 1 ? " (" + redaction.count() + " times)" : "");
        out.append("</li>\n");
      }
      out.append("</ul>\n");
    }
    out.append("<details><summary>Your text, as it was read</summary>\n<pre tabindex=\"0\"><code>");
    out.append(HtmlText.escape(explanation.redacted().text()));
    out.append("</code></pre></details></section>\n");
  }
}
