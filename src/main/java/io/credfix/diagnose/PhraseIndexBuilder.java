package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds a [PhraseIndex]: sorts the phrases' segments, numbers the states of their trie depth
/// first, then follows the failures level by level. Memory is a few integers a state.
final class PhraseIndexBuilder {
  /// States up to this depth get a full row: about seven hundred in the built-in rulebook, which
  /// stay in a processor's second-level cache.
  private static final int DENSE_DEPTH = 2;

  private static final int SYMBOLS = 64;

  private final List<Phrase> phrases;
  private final String[] segments;
  private final Map<String, Integer> segmentNumber = new HashMap<>();

  // By state.
  private byte[] symbol = new byte[1024];
  private int[] parent = new int[1024];
  private int[] sibling = new int[1024];
  private int[] segmentAt = new int[1024];
  private short[] depth = new short[1024];
  private int[] fail = new int[0];
  private int states = 1;

  PhraseIndexBuilder(List<Phrase> phrases) {
    this.phrases = phrases;
    segments =
        phrases.stream()
            .flatMap(phrase -> phrase.segments().stream())
            .distinct()
            .sorted()
            .toArray(String[]::new);
    for (int i = 0; i < segments.length; i++) {
      segmentNumber.put(segments[i], i);
    }
  }

  PhraseIndex build() {
    trie();
    failures();
    int[][] transitions = transitions();
    int[][] ends = ends();
    int[][] uses = uses();
    shortenFailures();
    return new PhraseIndex(
        new int[][] {
          transitions[0],
          fail,
          transitions[1],
          transitions[2],
          transitions[3],
          transitions[4],
          ends[0],
          ends[1],
          ends[2],
          ends[3],
          uses[0],
          uses[1],
          uses[2],
          phrases.stream().mapToInt(Phrase::weight).toArray()
        });
  }

  /// Sorted segments come in depth-first order: each adds a chain below what it shares with the one
  /// before it.
  private void trie() {
    segmentAt[0] = -1;
    String before = "";
    int[] path = new int[256];
    for (int number = 0; number < segments.length; number++) {
      String segment = segments[number];
      if (segment.length() >= path.length) {
        path = Arrays.copyOf(path, segment.length() * 2);
      }
      int shared = 0;
      int most = Math.min(before.length(), segment.length());
      while (shared < most && before.charAt(shared) == segment.charAt(shared)) {
        shared++;
      }
      int previous = shared < before.length() ? path[shared + 1] : 0;
      for (int i = shared; i < segment.length(); i++) {
        int state = newState(path[i], segment.charAt(i), i + 1);
        if (i == shared && previous != 0) {
          sibling[previous] = state;
        }
        path[i + 1] = state;
      }
      segmentAt[path[segment.length()]] = number;
      before = segment;
    }
  }

  private int newState(int from, char by, int deep) {
    if (states == symbol.length) {
      int grown = states * 2;
      symbol = Arrays.copyOf(symbol, grown);
      parent = Arrays.copyOf(parent, grown);
      sibling = Arrays.copyOf(sibling, grown);
      segmentAt = Arrays.copyOf(segmentAt, grown);
      depth = Arrays.copyOf(depth, grown);
    }
    symbol[states] = (byte) (by - 1);
    parent[states] = from;
    segmentAt[states] = -1;
    depth[states] = (short) deep;
    return states++;
  }

  private int firstChild(int state) {
    return state + 1 < states && parent[state + 1] == state ? state + 1 : 0;
  }

  private int child(int state, int by) {
    int child = firstChild(state);
    while (child != 0 && symbol[child] != by) {
      child = sibling[child];
    }
    return child;
  }

  /// States in the order of their depth.
  private int[] levels() {
    int deepest = 0;
    for (int state = 0; state < states; state++) {
      deepest = Math.max(deepest, depth[state]);
    }
    var start = new int[deepest + 2];
    for (int state = 0; state < states; state++) {
      start[depth[state] + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    var order = new int[states];
    for (int state = 0; state < states; state++) {
      order[start[depth[state]]++] = state;
    }
    return order;
  }

  private void failures() {
    fail = new int[states];
    for (int state : levels()) {
      if (depth[state] > 1) {
        fail[state] = follow(fail[parent[state]], symbol[state]);
      }
    }
  }

  /// A failure is followed when no child fits. Then none of a state fits either that has the same
  /// children or fewer: its own failure can be taken at once.
  private void shortenFailures() {
    for (int state : levels()) {
      int next = fail[state];
      while (depth[next] > DENSE_DEPTH && hasAllChildren(state, next)) {
        next = fail[next];
      }
      fail[state] = next;
    }
  }

  private boolean hasAllChildren(int state, int other) {
    for (int child = firstChild(other); child != 0; child = sibling[child]) {
      if (child(state, symbol[child]) == 0) {
        return false;
      }
    }
    return true;
  }

  /// Where the automaton goes, failures resolved.
  private int follow(int from, int by) {
    int state = from;
    while (true) {
      int child = child(state, by);
      if (child != 0 || state == 0) {
        return child;
      }
      state = fail[state];
    }
  }

  /// `go`, `rows`, `masks`, `childStart`, `children`.
  private int[][] transitions() {
    var go = new int[states];
    int dense = 0;
    int branches = 0;
    int edges = 0;
    for (int state = 0; state < states; state++) {
      int child = firstChild(state);
      if (depth[state] <= DENSE_DEPTH) {
        go[state] = dense++;
      } else if (child == 0) {
        go[state] = PhraseIndex.LEAF;
      } else if (sibling[child] == 0) {
        go[state] = ~symbol[child];
      } else {
        branches++;
      }
    }
    var rows = new int[dense * SYMBOLS];
    var masks = new long[branches];
    var childStart = new int[branches];
    var children = new int[Math.max(states, 1)];
    int branch = 0;
    for (int state = 0; state < states; state++) {
      if (depth[state] <= DENSE_DEPTH) {
        for (int by = 0; by < SYMBOLS; by++) {
          rows[go[state] * SYMBOLS + by] = follow(state, by);
        }
      } else if (go[state] == 0) {
        go[state] = dense + branch;
        childStart[branch] = edges;
        // Sorted segments: siblings come in the order of their symbols.
        for (int child = firstChild(state); child != 0; child = sibling[child]) {
          masks[branch] |= 1L << symbol[child];
          children[edges++] = child;
        }
        branch++;
      }
    }
    return new int[][] {
      go, rows, PhraseIndex.ints(masks), childStart, Arrays.copyOf(children, edges)
    };
  }

  /// `ends`, `endRank`, `endSegment`, `endNext`.
  private int[][] ends() {
    // The nearest state on the failure path, itself included, at which a segment ends; 0: none.
    var report = new int[states];
    for (int state : levels()) {
      report[state] = segmentAt[state] >= 0 ? state : report[fail[state]];
    }
    var bits = new long[(states >> 6) + 1];
    var rank = new int[bits.length];
    var number = new int[states];
    int count = 0;
    for (int state = 0; state < states; state++) {
      if ((state & 63) == 0) {
        rank[state >> 6] = count;
      }
      if (report[state] != 0) {
        bits[state >> 6] |= 1L << state;
        number[state] = count++;
      }
    }
    var segment = new int[count];
    var next = new int[count];
    for (int state = 0; state < states; state++) {
      if (report[state] != 0) {
        int end = number[state];
        segment[end] = segmentAt[state];
        int suffix = report[fail[state]];
        next[end] = suffix == 0 ? -1 : number[suffix];
      }
    }
    return new int[][] {PhraseIndex.ints(bits), rank, segment, next};
  }

  /// One use of a segment.
  ///
  /// @param before the slot of what must have been seen, -1 for a phrase's first segment
  /// @param slot the slot of progress, -1 for a phrase's last segment
  private record Use(int segment, int before, int phrase, int slot, int flags) {}

  /// `segmentInfo`, `useStart`, `uses`. Phrases that begin with the same segments share their
  /// progress, so a segment that begins many phrases has one use for them all.
  private int[][] uses() {
    var info = new int[segments.length];
    for (int i = 0; i < segments.length; i++) {
      info[i] = segments[i].length() << 2 | PhraseIndex.STARTS_AT_EDGE | PhraseIndex.ENDS_AT_EDGE;
    }
    List<Use> all = new ArrayList<>();
    Map<Long, Integer> slots = new HashMap<>();
    for (int i = 0; i < phrases.size(); i++) {
      List<String> parts = phrases.get(i).segments();
      int before = -1;
      for (int k = 0; k < parts.size(); k++) {
        int segment = number(parts.get(k));
        int flags = flags(phrases.get(i), k);
        if ((flags & PhraseIndex.LAST) != 0) {
          all.add(new Use(segment, before, i, -1, flags));
        } else {
          int start = k == 0 ? flags & (PhraseIndex.OPEN_START | PhraseIndex.SOLID) : before + 8;
          int slot = slots.size();
          Integer shared = slots.putIfAbsent((long) segment << 32 | start, slot);
          if (shared == null) {
            all.add(new Use(segment, before, i, slot, flags));
          }
          before = shared == null ? slot : shared;
        }
        if ((flags & PhraseIndex.FIRST) == 0 || (flags & PhraseIndex.OPEN_START) != 0) {
          info[segment] &= ~PhraseIndex.STARTS_AT_EDGE;
        }
        if ((flags & PhraseIndex.LAST) == 0 || (flags & PhraseIndex.OPEN_END) != 0) {
          info[segment] &= ~PhraseIndex.ENDS_AT_EDGE;
        }
      }
    }
    // Stable: among equals the phrases' order stays.
    all.sort(Comparator.comparingInt(Use::segment).thenComparingInt(Use::before));
    var start = new int[segments.length + 1];
    var uses = new int[all.size() * PhraseIndex.USE];
    for (int i = 0; i < all.size(); i++) {
      Use use = all.get(i);
      int at = i * PhraseIndex.USE;
      uses[at] = use.phrase();
      uses[at + 1] = use.slot();
      uses[at + 2] = use.flags();
      uses[at + 3] = use.before();
      start[use.segment() + 1] = at + PhraseIndex.USE;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] = Math.max(start[i], start[i - 1]);
    }
    return new int[][] {info, start, uses};
  }

  private static int flags(Phrase phrase, int index) {
    return (phrase.openStart() ? PhraseIndex.OPEN_START : 0)
        | (phrase.openEnd() ? PhraseIndex.OPEN_END : 0)
        | (phrase.solid() ? PhraseIndex.SOLID : 0)
        | (index == 0 ? PhraseIndex.FIRST : 0)
        | (index + 1 == phrase.segments().size() ? PhraseIndex.LAST : 0);
  }

  private int number(String segment) {
    return java.util.Objects.requireNonNull(segmentNumber.get(segment));
  }
}
