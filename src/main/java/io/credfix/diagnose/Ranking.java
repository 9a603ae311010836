package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Rulebook rulebook;
  // The numbers of the rules that were judged, and by number what came of it.
  private final BitSet candidates;
  private final Map<Integer, Entry> judged;
  private final List<Entry> up = new ArrayList<>();
  private final List<Entry> out = new ArrayList<>();
  private @Nullable Entry foreign;

  private Ranking(Rulebook rulebook, BitSet candidates, Map<Integer, Entry> judged) {
    this.rulebook = rulebook;
    this.candidates = candidates;
    this.judged = judged;
  }

  static Ranking of(Rulebook rulebook, Observation observation) {
    var ranking = new Ranking(rulebook, rulebook.index().candidates(observation), new HashMap<>());
    BitSet candidates = ranking.candidates;
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      ranking.add(i, judge(rulebook.rules().get(i), observation, rulebook.phrases()));
    }
    return ranking;
  }

  /// The ranking of the same paste, of which some facts are supposed. Only rules that ask for these
  /// are judged again.
  ///
  /// @param keys what the suppositions are about
  Ranking supposing(Observation observation, Set<ConditionKey> keys) {
    var more = (BitSet) candidates.clone();
    rulebook.index().addCandidates(observation, keys, more);
    int asked = RuleIndex.bits(keys);
    var ranking = new Ranking(rulebook, more, new HashMap<>());
    for (int i = more.nextSetBit(0); i >= 0; i = more.nextSetBit(i + 1)) {
      boolean same = candidates.get(i) && !rulebook.index().asksFor(i, asked);
      ranking.add(
          i,
          same ? judged.get(i) : judge(rulebook.rules().get(i), observation, rulebook.phrases()));
    }
    return ranking;
  }

  private void add(int number, @Nullable Entry entry) {
    if (entry == null) {
      return;
    }
    judged.put(number, entry);
    if (entry.rule().notOurs()) {
      if (entry.level() != null && (foreign == null || better(entry, foreign))) {
        foreign = entry;
      }
    } else if (entry.level() == null) {
      out.add(entry);
    } else {
      up.add(entry);
    }
  }

  /// The causes that came first, in order.
  List<Entry> first(int most) {
    return isForeign() ? List.of() : sorted(up, most);
  }

  List<Entry> ruledOut() {
    return isForeign() || up.isEmpty() ? List.of() : out;
  }

  /// An error of another system explains a text in which nothing of ours is more than possible.
  @Nullable Cause notOurs() {
    return foreign != null && isForeign() ? foreign.rule().cause() : null;
  }

  private boolean isForeign() {
    if (foreign == null) {
      return false;
    }
    for (Entry entry : up) {
      if (entry.likelihood() != Likelihood.POSSIBLE) {
        return false;
      }
    }
    return true;
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
      var numbers = (Numbers) condition.phrases();
      for (int i = 0; i < numbers.size(); i++) {
        if (observation.hits().contains(numbers.at(i))) {
          best = Math.max(best, phrases.weight(numbers.at(i)));
        }
      }
      sum += best;
    }
    return sum;
  }

  private static List<Entry> sorted(List<Entry> entries, int most) {
    List<Entry> byWeight = new ArrayList<>(entries);
    byWeight.sort(
        Comparator.comparing(Entry::likelihood)
            .thenComparing(Comparator.comparingInt(Entry::weight).reversed()));
    // `before` is a partial order: take, each time, the first entry that no remaining equal entry
    // wants behind itself; a circle (which `check` refuses) falls back to the weights.
    List<Entry> result = new ArrayList<>(most);
    while (!byWeight.isEmpty() && result.size() < most) {
      Entry next = byWeight.getFirst();
      for (Entry candidate : byWeight) {
        if (candidate.likelihood() != next.likelihood()) {
          break;
        }
        if (isFree(candidate, byWeight)) {
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
    String id = candidate.rule().cause().id();
    for (Entry other : remaining) {
      if (!other.rule().cause().id().equals(id)
          && other.likelihood() == candidate.likelihood()
          && other.rule().before().contains(id)) {
        return false;
      }
    }
    return true;
  }
}
