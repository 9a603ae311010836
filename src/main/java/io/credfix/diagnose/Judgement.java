package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is made of every rule that one paste can bring up.
final class Judgement {
  private final Rulebook rulebook;
  private final int[] candidates;
  // In the order of the candidates; null: no signature holds.
  private final List<Ranking.@Nullable Entry> entries;
  private final Ranking ranking;
  private final int asked;

  private Judgement(Rulebook rulebook, int[] candidates, List<Ranking.@Nullable Entry> entries) {
    this.rulebook = rulebook;
    this.candidates = candidates;
    this.entries = entries;
    ranking = Ranking.of(entries);
    int keys = 0;
    for (int i = 0; i < candidates.length; i++) {
      keys |= rulebook.index().asksFor(candidates[i], entries.get(i) != null);
    }
    asked = keys;
  }

  static Judgement of(Rulebook rulebook, Observation observation) {
    int[] candidates = rulebook.index().candidates(observation);
    List<Ranking.@Nullable Entry> entries = new ArrayList<>(candidates.length);
    for (int number : candidates) {
      entries.add(judge(rulebook.rules().get(number), observation, rulebook.phrases()));
    }
    return new Judgement(rulebook, candidates, entries);
  }

  Ranking ranking() {
    return ranking;
  }

  /// The ranking of the same paste, supposing that some facts were known. Only rules that ask for
  /// these facts are judged again.
  Ranking supposing(Observation known, Map<ConditionKey, String> facts) {
    RuleIndex index = rulebook.index();
    int supposedKeys = RuleIndex.bits(facts.keySet());
    int[] all = index.withCandidates(candidates, facts);
    if (all.length == candidates.length && (asked & supposedKeys) == 0) {
      return ranking;
    }
    Observation observation = known.supposing(facts);
    List<Ranking.@Nullable Entry> supposed = new ArrayList<>(all.length);
    boolean changed = false;
    int place = 0;
    for (int number : all) {
      boolean candidate = place < candidates.length && candidates[place] == number;
      Ranking.@Nullable Entry entry = candidate ? entries.get(place++) : null;
      if ((index.asksFor(number, entry != null) & supposedKeys) != 0) {
        boolean before = entry != null;
        entry = judge(rulebook.rules().get(number), observation, rulebook.phrases());
        changed |= before || entry != null;
      }
      supposed.add(entry);
    }
    return changed ? Ranking.of(supposed) : ranking;
  }

  private static Ranking.@Nullable Entry judge(
      Rule rule, Observation observation, PhraseIndex phrases) {
    @Nullable Likelihood level = null;
    List<String> because = new ArrayList<>();
    int weight = 0;
    int spoken = 0;
    List<Signature> signatures = rule.signatures();
    Gates gates = rule.signatureGates();
    // No iterators: a rule has up to some dozens of signatures, of which few hold.
    for (int i = 0; i < signatures.size(); i++) {
      Signature signature = signatures.get(i);
      if (!gates.isOpen(i, observation) || !observation.holds(signature.conditions())) {
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
    List<Evidence> all = rule.evidence();
    Gates evidenceGates = rule.evidenceGates();
    for (int i = 0; i < all.size(); i++) {
      if (!evidenceGates.isOpen(i, observation)) {
        continue;
      }
      Evidence evidence = all.get(i);
      if (observation.holds(evidence.conditions())) {
        level = evidence.makesIt();
        because.remove(evidence.because());
        because.add(evidence.because());
        if (level == null) {
          return new Ranking.Entry(rule, null, because, weight);
        }
      }
    }
    return new Ranking.Entry(rule, level, because, weight);
  }

  private static int weight(Signature signature, Observation observation, PhraseIndex phrases) {
    int sum = 0;
    for (Condition condition : signature.conditions()) {
      if (condition.negated()) {
        continue;
      }
      sum += Math.max(4, observation.hits().best((Numbers) condition.phrases(), phrases));
    }
    return sum;
  }
}
