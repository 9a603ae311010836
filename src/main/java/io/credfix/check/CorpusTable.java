package io.credfix.check;

import io.credfix.check.CorpusScore.Result;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// A corpus score as text.
public final class CorpusTable {
  private CorpusTable() {}

  /// The figures and the misses.
  public static String text(CorpusScore score) {
    List<Result> all = score.results();
    var out = new StringBuilder();
    line(out, "top-1", all, result -> result.right(1), result -> true);
    line(out, "top-3", all, result -> result.right(3), result -> true);
    line(out, "false alarms", all, result -> !result.right(1), Result::negative);
    line(out, "wrongly certain", all, Result::wronglyCertain, result -> true);
    line(out, "code right", all, Result::codeRight, result -> result.expectedCode() != null);
    line(
        out,
        "operation right",
        all,
        Result::operationRight,
        result -> result.expectedOperation() != null);
    baselines(out, score);
    causes(out, all);
    confusions(out, all);
    out.append("\nmisses\n");
    for (Result result : all) {
      if (!result.right(1)) {
        out.append(
            "  %-8s %-34s found %s%s%n"
                .formatted(
                    result.id(),
                    result.expected(),
                    result.found(),
                    result.right(3) ? " (top-3)" : ""));
      }
      if (result.wronglyCertain()) {
        out.append("  %-8s wrongly certain%n".formatted(result.id()));
      }
      if (!result.codeRight() || !result.operationRight()) {
        out.append(
            "  %-8s read %s / %s, right %s / %s%n"
                .formatted(
                    result.id(),
                    result.code(),
                    result.operation(),
                    result.expectedCode(),
                    result.expectedOperation()));
      }
    }
    if (!score.suspectWords().isEmpty()) {
      out.append("\nwords of rules that only one text holds: are they its writer's own?\n");
      score
          .suspectWords()
          .forEach(s -> out.append("  %-34s %s%n".formatted(s.causeId(), s.word())));
    }
    return out.toString();
  }

  private static void baselines(StringBuilder out, CorpusScore score) {
    out.append("\nwithout rules, leave one out (top-1, false alarms)\n");
    for (Baselines.Figure figure : score.baselines()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-40s %5.1f %% %4d%n",
              figure.name(),
              100.0 * figure.right() / Math.max(1, score.results().size()),
              figure.falseAlarms()));
    }
  }

  private static void causes(StringBuilder out, List<Result> all) {
    out.append("\ncause                                 texts  first  precision  recall\n");
    for (CauseFigures.Row row : CauseFigures.of(all)) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-34s %6d %6d %8.0f %% %5.0f %%%n",
              row.causeId(),
              row.expected(),
              row.named(),
              100 * row.precision(),
              100 * row.recall()));
    }
  }

  private static void confusions(StringBuilder out, List<Result> all) {
    out.append("\nconfused (right, named first, how often)\n");
    CauseFigures.confusions(all)
        .forEach((pair, count) -> out.append("  %-70s %3d%n".formatted(pair, count)));
  }

  private static void line(
      StringBuilder out,
      String name,
      List<Result> results,
      Predicate<Result> hit,
      Predicate<Result> judged) {
    long total = results.stream().filter(judged).count();
    long hits = results.stream().filter(judged).filter(hit).count();
    out.append(
        String.format(
            Locale.ROOT,
            "%-16s %4d of %4d  %5.1f %%%n",
            name,
            hits,
            total,
            total == 0 ? 0.0 : 100.0 * hits / total));
  }
}
