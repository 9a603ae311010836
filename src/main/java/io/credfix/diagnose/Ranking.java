package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The order of the causes of one paste. Certain before likely before possible; among equals first
/// what a rule's `before` says, then by how much of the text the signature explains.
final class Ranking {
  /// One cause that came up.
  ///
  /// @param rule what brought it up
  /// @param level null: ruled out
  /// @param because templates of sentences, in the order of the rule file
  /// @param weight how many symbols of the text the best signature explains
  record Entry(Rule rule, @Nullable Likelihood level, List<String> because, int weight) {
    Likelihood likelihood() {
      return level == null ? Likelihood.POSSIBLE : level;
    }
  }

  private final List<Entry> entries;
  private final List<Entry> ruledOut;
  private final @Nullable Cause notOurs;

  private Ranking(List<Entry> entries, List<Entry> ruledOut, @Nullable Cause notOurs) {
    this.entries = entries;
    this.ruledOut = ruledOut;
    this.notOurs = notOurs;
  }

  static Ranking of(Rulebook rulebook, Observation observation) {
    List<Entry> up = new ArrayList<>();
    List<Entry> out = new ArrayList<>();
    @Nullable Entry foreign = null;
    for (Rule rule : rulebook.candidates(observation)) {
      Entry entry = judge(rule, observation, rulebook.phrases());
      if (entry == null) {
        continue;
      }
      if (rule.notOurs()) {
        if (entry.level() != null && (foreign == null || better(entry, foreign))) {
          foreign = entry;
        }
      } else if (entry.level() == null) {
        out.add(entry);
      } else {
        up.add(entry);
      }
    }
    // An error of another system explains a text in which nothing of ours is more than possible.
    if (foreign != null && up.stream().allMatch(e -> e.likelihood() == Likelihood.POSSIBLE)) {
      return new Ranking(List.of(), List.of(), foreign.rule().cause());
    }
    return new Ranking(sorted(up), up.isEmpty() ? List.of() : out, null);
  }

  List<Entry> entries() {
    return entries;
  }

  List<Entry> ruledOut() {
    return ruledOut;
  }

  @Nullable Cause notOurs() {
    return notOurs;
  }

  private static boolean better(Entry entry, Entry other) {
    int order = entry.likelihood().compareTo(other.likelihood());
    return order < 0 || order == 0 && entry.weight() > other.weight();
  }

  private static @Nullable Entry judge(Rule rule, Observation observation, PhraseIndex phrases) {
    @Nullable Likelihood level = null;
    List<String> because = new ArrayList<>();
    int weight = 0;
    int spoken = 0;
    for (Signature signature : rule.signatures()) {
      if (!observation.holds(signature.conditions())) {
        continue;
      }
      int explained = weight(signature, observation, phrases);
      // One signature speaks: the best, and among equals the one that explains most of the text.
      int order = level == null ? -1 : signature.makesIt().compareTo(level);
      if (order < 0 || order == 0 && explained > spoken) {
        level = signature.makesIt();
        spoken = explained;
        because.clear();
        because.add(signature.because());
      }
      weight = Math.max(weight, explained);
    }
    if (level == null) {
      return null;
    }
    for (Evidence evidence : rule.evidence()) {
      if (observation.holds(evidence.conditions())) {
        level = evidence.makesIt();
        because.remove(evidence.because());
        because.add(evidence.because());
        if (level == null) {
          return new Entry(rule, null, because, weight);
        }
      }
    }
    return new Entry(rule, level, because, weight);
  }

  private static int weight(Signature signature, Observation observation, PhraseIndex phrases) {
    int sum = 0;
    for (Condition condition : signature.conditions()) {
      if (condition.negated()) {
        continue;
      }
      int best = 4;
      for (int phrase : condition.phrases()) {
        if (observation.hits().contains(phrase)) {
          best = Math.max(best, phrases.weight(phrase));
        }
      }
      sum += best;
    }
    return sum;
  }

  private static List<Entry> sorted(List<Entry> entries) {
    List<Entry> byWeight = new ArrayList<>(entries);
    byWeight.sort(
        Comparator.comparing(Entry::likelihood)
            .thenComparing(Comparator.comparingInt(Entry::weight).reversed()));
    // `before` is a partial order: take, each time, the first entry that no remaining equal entry
    // wants behind itself; a circle (which `check` refuses) falls back to the weights.
    List<Entry> result = new ArrayList<>(entries.size());
    while (!byWeight.isEmpty()) {
      Entry next = byWeight.getFirst();
      for (Entry candidate : byWeight) {
        if (candidate.likelihood() == next.likelihood() && isFree(candidate, byWeight)) {
          next = candidate;
          break;
        }
      }
      byWeight.remove(next);
      result.add(next);
    }
    return result;
  }

  private static boolean isFree(Entry candidate, List<Entry> remaining) {
    Set<String> wanted = new HashSet<>();
    String id = candidate.rule().cause().id();
    for (Entry other : remaining) {
      if (!other.rule().cause().id().equals(id) && other.likelihood() == candidate.likelihood()) {
        wanted.addAll(other.rule().before());
      }
    }
    return !wanted.contains(id);
  }
}
