package io.credfix.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Two ways to answer without rules, as a measure of what rules are worth. Each item is answered
/// from all others (leave one out).
final class Baselines {
  private static final int GRAM = 5;

  private Baselines() {}

  /// How many of the items a baseline gets right.
  ///
  /// @param name what it does
  /// @param right items with the right first cause
  /// @param falseAlarms negatives for which it names a cause
  record Figure(String name, int right, int falseAlarms) {}

  static List<Figure> of(List<CorpusItem> items) {
    return List.of(nearestNeighbour(items), byCode(items));
  }

  /// The cause of the item whose text has the most character 5-grams in common (cosine).
  private static Figure nearestNeighbour(List<CorpusItem> items) {
    List<Set<String>> grams = new ArrayList<>();
    for (CorpusItem item : items) {
      grams.add(grams(item.text()));
    }
    int right = 0;
    int alarms = 0;
    for (int i = 0; i < items.size(); i++) {
      String best = "unrecognized";
      double bestLikeness = 0;
      for (int k = 0; k < items.size(); k++) {
        double likeness = k == i ? -1 : likeness(grams.get(i), grams.get(k));
        if (likeness > bestLikeness) {
          bestLikeness = likeness;
          best = items.get(k).cause();
        }
      }
      right += items.get(i).accepts(best) ? 1 : 0;
      alarms += items.get(i).isNegative() && !best.equals("unrecognized") ? 1 : 0;
    }
    return new Figure("nearest neighbour by character 5-grams", right, alarms);
  }

  private static Set<String> grams(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Set<String> result = new HashSet<>();
    for (int i = 0; i + GRAM <= plain.length(); i++) {
      result.add(plain.substring(i, i + GRAM));
    }
    return result;
  }

  private static double likeness(Set<String> one, Set<String> other) {
    boolean ordered = one.size() < other.size();
    Set<String> smaller = ordered ? one : other;
    Set<String> larger = ordered ? other : one;
    long common = smaller.stream().filter(larger::contains).count();
    return common / Math.sqrt((double) Math.max(one.size(), 1) * Math.max(other.size(), 1));
  }

  /// The most frequent cause among the other items with the same error code.
  private static Figure byCode(List<CorpusItem> items) {
    int right = 0;
    int alarms = 0;
    for (CorpusItem item : items) {
      Map<String, Integer> votes = new HashMap<>();
      for (CorpusItem other : items) {
        if (!other.id().equals(item.id())
            && String.valueOf(other.code()).equals(String.valueOf(item.code()))) {
          votes.merge(other.cause(), 1, Integer::sum);
        }
      }
      String best =
          votes.entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
              .map(Map.Entry::getKey)
              .orElse("unrecognized");
      right += item.accepts(best) ? 1 : 0;
      alarms += item.isNegative() && !best.equals("unrecognized") ? 1 : 0;
    }
    return new Figure("error code to most frequent cause", right, alarms);
  }
}
