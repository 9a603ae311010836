package io.credfix.render;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Fix;
import io.credfix.diagnose.LookAlike;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.Question;
import io.credfix.diagnose.RankedCause;
import io.credfix.diagnose.Reference;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.RuledOut;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes guides and catalogue pages as Markdown. Immutable and thread-safe.
public final class MarkdownRenderer {
  private final Rulebook rulebook;

  /// @param rulebook where look-alikes' titles are found
  public MarkdownRenderer(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /// The guide for one explanation. The answer first, then how we know, the fix, the check, what
  /// else it could be, what was ruled out.
  public String guide(Explanation explanation) {
    Diagnosis diagnosis = explanation.diagnosis();
    if (!diagnosis.recognized()) {
      return new UnrecognizedGuide(explanation).text();
    }
    RankedCause first = diagnosis.causes().getFirst();
    Cause cause = first.cause();
    PlaceholderValues values = diagnosis.values();
    var out = new StringBuilder(4096);
    out.append("# ").append(values.fill(cause.title())).append("\n\n");
    paragraph(out, values.fill(cause.opening()));
    notes(out, explanation);
    because(out, first);
    documentTable(out, explanation);
    fixes(out, first.fixes(), values, diagnosis.context().shell(), diagnosis.context().os());
    otherFixes(out, first.otherFixes(), values);
    section(out, "Check", values.fill(ShellBlocks.only(cause.verify(), diagnosis.context())));
    questions(out, diagnosis.questions());
    alternatives(out, diagnosis);
    ruledOut(out, diagnosis.ruledOut(), values);
    section(out, "So that it stays fixed", values.fill(cause.prevention()));
    section(out, "Who must act", values.fill(cause.actor()));
    section(out, "Why this happens", values.fill(cause.why()));
    foot(out, cause, first.likelihood().label());
    return out.toString();
  }

  /// One ranked cause without its title: why, fixes, check, references. For folded alternatives.
  public String details(RankedCause ranked, Diagnosis diagnosis) {
    PlaceholderValues values = diagnosis.values();
    var out = new StringBuilder(2048);
    paragraph(out, values.fill(ranked.cause().opening()));
    because(out, ranked);
    fixes(out, ranked.fixes(), values, diagnosis.context().shell(), diagnosis.context().os());
    section(
        out, "Check", values.fill(ShellBlocks.only(ranked.cause().verify(), diagnosis.context())));
    foot(out, ranked.cause(), ranked.likelihood().label());
    return out.toString();
  }

  /// A cause's title where nothing is known of the reader.
  public static String title(Cause cause) {
    return PlaceholderValues.NONE.fill(cause.title());
  }

  /// A cause's own page, placeholders replaced by their stand-ins.
  public String page(Cause cause) {
    return page(cause, null);
  }

  /// A cause's own page among those of other causes.
  ///
  /// @param address of a cause's page; null where there are no links
  public String page(Cause cause, @Nullable Function<Cause, String> address) {
    PlaceholderValues none = new PlaceholderValues(rulebook.variables());
    var out = new StringBuilder(4096);
    out.append("# ").append(none.fill(cause.title())).append("\n\n");
    paragraph(out, none.fill(cause.opening()));
    section(out, "What you see", ErrorBlocks.plain(cause.seen()));
    section(out, "Why this happens", none.fill(cause.why()));
    fixes(out, cause.fixes(), none, null, null);
    section(out, "Check", none.fill(cause.verify()));
    if (!cause.lookAlikes().isEmpty()) {
      out.append("## If it is something else\n\n| Also possible | How to tell |\n|---|---|\n");
      for (LookAlike other : cause.lookAlikes()) {
        String title = titleOf(other.causeId(), none);
        String linked =
            address == null
                ? title
                : rulebook
                    .cause(other.causeId())
                    .map(found -> "[" + title + "](" + address.apply(found) + ")")
                    .orElse(title);
        row(out, linked, none.fill(other.tell()));
      }
      out.append('\n');
    }
    section(out, "So that it stays fixed", none.fill(cause.prevention()));
    section(out, "Who must act", none.fill(cause.actor()));
    foot(out, cause, "");
    return out.toString();
  }

  private static void notes(StringBuilder out, Explanation explanation) {
    if (explanation.keyPrefixCut()) {
      paragraph(
          out,
          "> You sent a whole access key id. It was cut to its first thirteen characters; four are"
              + " enough.");
    }
    paragraph(out, DecodingNote.markdown(explanation));
  }

  private static void because(StringBuilder out, RankedCause ranked) {
    if (ranked.because().isEmpty()) {
      return;
    }
    out.append(
        switch (ranked.likelihood()) {
          case CERTAIN -> "**How we know:** ";
          case LIKELY -> "**Why we think so:** ";
          case POSSIBLE -> "**Why it may be this:** ";
        });
    out.append(String.join(" ", ranked.because())).append("\n\n");
  }

  private static void documentTable(StringBuilder out, Explanation explanation) {
    explanation
        .diagnosis()
        .report()
        .facts()
        .authorizationDocument()
        .ifPresent(document -> out.append(AuthorizationTable.markdown(document)).append('\n'));
  }

  private static void fixes(
      StringBuilder out,
      List<Fix> fixes,
      PlaceholderValues values,
      @org.jspecify.annotations.Nullable String shell,
      @org.jspecify.annotations.Nullable String os) {
    if (fixes.isEmpty()) {
      return;
    }
    out.append("## Fix it\n\n");
    for (Fix fix : fixes) {
      if (fixes.size() > 1) {
        out.append("### ").append(values.fill(fix.title())).append("\n\n");
      }
      paragraph(out, values.fill(ShellBlocks.only(fix.markdown(), shell, os)));
    }
  }

  private static void otherFixes(StringBuilder out, List<Fix> fixes, PlaceholderValues values) {
    if (!fixes.isEmpty()) {
      paragraph(
          out,
          fixes.stream()
              .map(fix -> "*" + values.fill(fix.title()) + "*")
              .collect(
                  Collectors.joining(", ", "For other set-ups, on this cause's own page: ", ".")));
    }
  }

  private static void questions(StringBuilder out, List<Question> questions) {
    if (questions.isEmpty()) {
      return;
    }
    Question question = questions.getFirst();
    out.append("## One question would decide\n\n").append(question.text()).append("\n\n");
    // Answers that mean the same share a line.
    Map<String, String> byMeaning = new LinkedHashMap<>();
    for (Question.Answer answer : question.answers()) {
      byMeaning.merge(answer.meaning(), answer.text(), (one, other) -> one + " / " + other);
    }
    byMeaning.forEach(
        (meaning, answers) ->
            out.append("- ").append(answers).append(": ").append(meaning).append('\n'));
    out.append('\n');
  }

  private void alternatives(StringBuilder out, Diagnosis diagnosis) {
    Cause first = diagnosis.causes().getFirst().cause();
    Set<String> shown = new HashSet<>();
    shown.add(first.id());
    diagnosis.ruledOut().forEach(other -> shown.add(other.cause().id()));
    var rows = new StringBuilder();
    for (RankedCause other : diagnosis.causes().subList(1, diagnosis.causes().size())) {
      if (shown.add(other.cause().id())) {
        String tell =
            first.lookAlikes().stream()
                .filter(look -> look.causeId().equals(other.cause().id()))
                .findFirst()
                .map(look -> diagnosis.values().fill(look.tell()))
                .orElseGet(() -> String.join(" ", other.because()));
        row(rows, diagnosis.values().fill(other.cause().title()), tell);
      }
    }
    for (LookAlike other : first.lookAlikes()) {
      if (shown.add(other.causeId())) {
        row(
            rows,
            titleOf(other.causeId(), diagnosis.values()),
            diagnosis.values().fill(other.tell()));
      }
    }
    if (!rows.isEmpty()) {
      out.append("## If it is something else\n\n| Also possible | How to tell |\n|---|---|\n");
      out.append(rows).append('\n');
    }
  }

  private String titleOf(String id, PlaceholderValues values) {
    return rulebook.cause(id).map(cause -> values.fill(cause.title())).orElse(id);
  }

  private static void ruledOut(
      StringBuilder out, List<RuledOut> ruledOut, PlaceholderValues values) {
    if (!ruledOut.isEmpty()) {
      out.append("**Ruled out:** ");
      out.append(
          ruledOut.stream()
              .map(other -> "*" + values.fill(other.cause().title()) + "*: " + other.because())
              .collect(Collectors.joining(" ")));
      out.append("\n\n");
    }
  }

  private static void foot(StringBuilder out, Cause cause, String likelihood) {
    out.append("---\n\n`").append(cause.id()).append('`');
    if (!likelihood.isEmpty()) {
      out.append(" · ").append(likelihood);
    }
    if (!cause.references().isEmpty()) {
      out.append(" · AWS: ");
      out.append(
          cause.references().stream()
              .map(MarkdownRenderer::link)
              .collect(Collectors.joining(", ")));
    }
    out.append('\n');
  }

  private static String link(Reference reference) {
    return "[" + reference.title() + "](" + reference.url() + ")";
  }

  private static void section(StringBuilder out, String heading, String text) {
    if (!text.isEmpty()) {
      out.append("## ").append(heading).append("\n\n");
      paragraph(out, text);
    }
  }

  private static void paragraph(StringBuilder out, String text) {
    if (!text.isEmpty()) {
      out.append(text.strip()).append("\n\n");
    }
  }

  private static void row(StringBuilder out, String left, String right) {
    out.append("| ").append(cell(left)).append(" | ").append(cell(right)).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("\n", " ").replace("|", "\\|");
  }
}
