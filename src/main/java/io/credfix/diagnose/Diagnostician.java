package io.credfix.diagnose;

import io.credfix.parse.ErrorReport;
import io.credfix.parse.Fact;
import io.credfix.parse.ReportedError;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.Redacted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies a rulebook to a report. Immutable and thread-safe.
public final class Diagnostician {
  /// The contract's limit.
  private static final int MAX_CAUSES = 5;

  private final Rulebook rulebook;

  /// @param rulebook the rules
  public Diagnostician(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /// The rules in use.
  public Rulebook rulebook() {
    return rulebook;
  }

  /// Ranks the causes.
  public Diagnosis diagnose(Redacted redacted, ErrorReport report, StatedContext context) {
    KeyPrefix key = key(redacted, context);
    PhraseIndex.Hits hits = rulebook.search(redacted.text(), codes(report));
    Observation observation =
        Observation.of(redacted.text(), hits, report, context, key)
            .supposing(Questions.stated(rulebook, context));
    PlaceholderValues values = ValueCollector.collect(report, context, key, rulebook.variables());
    Judgement judgement = Judgement.of(rulebook, observation);
    Ranking ranking = judgement.ranking();
    List<Ranking.Entry> first = ranking.first(MAX_CAUSES);
    List<Question> questions =
        first.isEmpty() || first.getFirst().likelihood() == Likelihood.CERTAIN
            ? List.of()
            : new Questions(rulebook, values).ask(observation, judgement, context);
    List<RankedCause> causes = new ArrayList<>();
    for (Ranking.Entry entry : first) {
      causes.add(ranked(entry, observation, values));
    }
    List<RuledOut> ruledOut =
        ranking.ruledOut().stream()
            .map(
                entry -> new RuledOut(entry.rule().cause(), values.fill(entry.because().getLast())))
            .toList();
    return new Diagnosis(
        report, key, causes, ruledOut, questions, ranking.notOurs(), values, context);
  }

  /// Fixes whose condition holds come first; those whose condition does not hold stand apart.
  private static RankedCause ranked(
      Ranking.Entry entry, Observation observation, PlaceholderValues values) {
    List<Fix> fitting = new ArrayList<>();
    List<Fix> always = new ArrayList<>();
    List<Fix> others = new ArrayList<>();
    for (Fix fix : entry.rule().cause().fixes()) {
      if (fix.conditions().isEmpty()) {
        always.add(fix);
      } else if (observation.holds(fix.conditions())) {
        fitting.add(fix);
      } else {
        others.add(fix);
      }
    }
    fitting.addAll(always);
    // A cause that only has fixes for particular set-ups shows them all rather than none.
    boolean none = fitting.isEmpty();
    return new RankedCause(
        entry.rule().cause(),
        entry.likelihood(),
        entry.because().stream().map(values::fill).toList(),
        none ? others : fitting,
        none ? List.of() : others);
  }

  private static List<String> codes(ErrorReport report) {
    List<String> codes = new ArrayList<>(report.facts().all(Fact.CODE));
    if (report.primary().code() != null) {
      codes.add(report.primary().code());
    }
    for (ReportedError other : report.others()) {
      if (other.code() != null) {
        codes.add(other.code());
      }
    }
    return codes;
  }

  /// What the caller states wins; else the one kind of key that the text shows. Different kinds
  /// side by side decide nothing.
  private static @Nullable KeyPrefix key(Redacted redacted, StatedContext context) {
    if (context.keyPrefix() != null) {
      return context.keyPrefix();
    }
    List<KeyPrefix> seen = redacted.keysSeen();
    if (seen.isEmpty()) {
      return null;
    }
    KeyPrefix first = seen.getFirst();
    return seen.stream().allMatch(key -> key.kind() == first.kind()) ? first : null;
  }
}
