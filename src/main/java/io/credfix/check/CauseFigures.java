package io.credfix.check;

import io.credfix.check.CorpusScore.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Precision and recall of each cause, and which causes are taken for one another.
final class CauseFigures {
  private CauseFigures() {}

  /// One cause.
  ///
  /// @param expected texts whose right cause it is
  /// @param named texts for which it was named first
  /// @param right of those named, how many rightly
  /// @param found of those expected, how many got an accepted first cause
  record Row(String causeId, int expected, int named, int right, int found) {
    double precision() {
      return named == 0 ? 1 : (double) right / named;
    }

    double recall() {
      return expected == 0 ? 1 : (double) found / expected;
    }
  }

  static List<Row> of(List<Result> results) {
    var ids = new TreeSet<String>();
    results.forEach(
        result -> {
          ids.add(result.expected());
          ids.add(result.first());
        });
    return ids.stream().map(id -> row(id, results)).toList();
  }

  private static Row row(String id, List<Result> results) {
    int expected = 0;
    int named = 0;
    int right = 0;
    int found = 0;
    for (Result result : results) {
      if (result.expected().equals(id)) {
        expected++;
        found += result.right(1) ? 1 : 0;
      }
      if (result.first().equals(id)) {
        named++;
        right += result.right(1) ? 1 : 0;
      }
    }
    return new Row(id, expected, named, right, found);
  }

  /// `right → named` to how often, the most frequent first.
  static Map<String, Integer> confusions(List<Result> results) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Result result : results) {
      if (!result.right(1)) {
        counts.merge(result.expected() + " → " + result.first(), 1, Integer::sum);
      }
    }
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
