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
    Ranking ranking = Ranking.of(rulebook, observation);
    List<Question> questions = new Questions(rulebook, values).ask(observation, ranking, context);
    List<RankedCause> causes = new ArrayList<>();
    for (Ranking.Entry entry : ranking.entries()) {
      if (causes.size() < MAX_CAUSES) {
        causes.add(
            new RankedCause(
                entry.rule().cause(),
                entry.likelihood(),
                entry.because().stream().map(values::fill).toList(),
                ordered(entry.rule().cause().fixes(), observation)));
      }
    }
    List<RuledOut> ruledOut =
        ranking.ruledOut().stream()
            .map(
                entry -> new RuledOut(entry.rule().cause(), values.fill(entry.because().getLast())))
            .toList();
    return new Diagnosis(
        report, key, causes, ruledOut, questions, ranking.notOurs(), values, context);
  }

  /// Fixes whose condition holds come first, those whose condition does not hold last.
  private static List<Fix> ordered(List<Fix> fixes, Observation observation) {
    List<Fix> first = new ArrayList<>();
    List<Fix> middle = new ArrayList<>();
    List<Fix> last = new ArrayList<>();
    for (Fix fix : fixes) {
      if (fix.conditions().isEmpty()) {
        middle.add(fix);
      } else if (observation.holds(fix.conditions())) {
        first.add(fix);
      } else {
        last.add(fix);
      }
    }
    first.addAll(middle);
    first.addAll(last);
    return first;
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
