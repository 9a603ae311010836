package io.credfix.check;

import io.credfix.diagnose.Rulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Words in the rules' phrases that exactly one text of a corpus holds, and no other rule. They may
/// be what a tool prints; they may also be the words of the one who pasted it.
final class SuspectWords {
  private static final int SHORTEST = 5;

  private SuspectWords() {}

  /// A word to look at.
  record Suspect(String causeId, String word) {}

  static List<Suspect> of(Rulebook rulebook, List<CorpusItem> items) {
    Map<String, Integer> texts = new HashMap<>();
    for (CorpusItem item : items) {
      words(item.text()).forEach(word -> texts.merge(word, 1, Integer::sum));
    }
    Map<String, Set<String>> rules = new HashMap<>();
    rulebook
        .phrasesByCause()
        .forEach(
            (id, phrases) ->
                phrases.forEach(
                    phrase ->
                        words(phrase)
                            .forEach(
                                word ->
                                    rules.computeIfAbsent(word, any -> new TreeSet<>()).add(id))));
    List<Suspect> suspects = new ArrayList<>();
    rules.forEach(
        (word, ids) -> {
          if (ids.size() == 1 && texts.getOrDefault(word, 0) == 1) {
            suspects.add(new Suspect(ids.iterator().next(), word));
          }
        });
    suspects.sort(java.util.Comparator.comparing(Suspect::causeId).thenComparing(Suspect::word));
    return suspects;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9_-]+", -1)) {
      if (word.length() >= SHORTEST) {
        words.add(word);
      }
    }
    return words;
  }
}
