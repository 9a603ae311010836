package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final Comparator<Entry> ORDER =
      (one, other) -> {
        int order = one.likelihood().compareTo(other.likelihood());
        return order != 0 ? order : Integer.compare(other.weight(), one.weight());
      };

  private final List<Entry> up = new ArrayList<>();
  private final List<Entry> out = new ArrayList<>();
  private @Nullable Entry foreign;
  private @Nullable List<Entry> top;

  /// The ranking of these entries.
  ///
  /// @param entries in the rulebook's order; null for rules that did not come up
  static Ranking of(List<@Nullable Entry> entries) {
    var ranking = new Ranking();
    for (int i = 0; i < entries.size(); i++) {
      @Nullable Entry entry = entries.get(i);
      if (entry != null) {
        ranking.add(entry);
      }
    }
    return ranking;
  }

  private void add(Entry entry) {
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

  /// The rule of the cause that came first; null: none came up. Sorted once: most suppositions
  /// leave the ranking as it was.
  @Nullable Rule first() {
    if (top == null) {
      top = first(1);
    }
    return top.isEmpty() ? null : top.getFirst().rule();
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

  private static List<Entry> sorted(List<Entry> entries, int most) {
    List<Entry> byWeight = new ArrayList<>(entries);
    byWeight.sort(ORDER);
    // `before` is a partial order: take, each time, the first entry that no remaining equal entry
    // wants behind itself; a circle (which `check` refuses) falls back to the weights.
    List<Entry> result = new ArrayList<>(most);
    while (!byWeight.isEmpty() && result.size() < most) {
      int next = 0;
      for (int i = 0; i < byWeight.size(); i++) {
        if (byWeight.get(i).likelihood() != byWeight.getFirst().likelihood()) {
          break;
        }
        if (isFree(byWeight.get(i), byWeight)) {
          next = i;
          break;
        }
      }
      result.add(byWeight.remove(next));
    }
    return result;
  }

  private static boolean isFree(Entry candidate, List<Entry> remaining) {
    String id = candidate.rule().id();
    for (Entry other : remaining) {
      if (!other.rule().id().equals(id)
          && other.likelihood() == candidate.likelihood()
          && other.rule().before().contains(id)) {
        return false;
      }
    }
    return true;
  }
}
