package io.credfix.diagnose;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every phrase of the rulebook in one Aho-Corasick automaton (a double array), so that one pass
/// over a folded text finds them all in linear time, however many there are. Immutable.
///
/// A state's transition by symbol `c` is slot `base[state] + c` if `owner` of that slot is the
/// state. `fail` is the longest proper suffix that is a state; `report` the nearest state on the
/// failure path (itself included) at which a segment ends, 0 if none.
final class PhraseIndex {
  private final int[] base;
  private final int[] owner;
  private final int[] fail;
  private final int[] report;
  // Segment that ends at a state, -1 if none; per segment: its length and its uses.
  private final int[] segmentAt;
  private final int[] segmentLength;
  // uses[segment] = packed pairs (phrase, index of the segment in the phrase)
  private final int[] useStart;
  private final int[] uses;
  // Per phrase: first slot in the progress table, number of segments, flags, weight.
  private final int[] phraseSlot;
  private final byte[] phraseFlags;
  private final int[] phraseWeight;

  private static final int OPEN_START = 1;
  private static final int OPEN_END = 2;
  private static final int SOLID = 4;

  private PhraseIndex(
      int[] base,
      int[] owner,
      int[] fail,
      int[] report,
      int[] segmentAt,
      int[] segmentLength,
      int[] useStart,
      int[] uses,
      int[] phraseSlot,
      byte[] phraseFlags,
      int[] phraseWeight) {
    this.base = base;
    this.owner = owner;
    this.fail = fail;
    this.report = report;
    this.segmentAt = segmentAt;
    this.segmentLength = segmentLength;
    this.useStart = useStart;
    this.uses = uses;
    this.phraseSlot = phraseSlot;
    this.phraseFlags = phraseFlags;
    this.phraseWeight = phraseWeight;
  }

  int phrases() {
    return phraseWeight.length;
  }

  /// How many symbols of a text the phrase explains.
  int weight(int phrase) {
    return phraseWeight[phrase];
  }

  /// The phrases found in a text.
  Hits search(FoldedText text) {
    var hits = new Hits(phraseWeight.length);
    int[] progress = new int[phraseSlot[phraseWeight.length]];
    Arrays.fill(progress, -1);
    int state = 0;
    for (int at = 0; at < text.length(); at++) {
      int symbol = text.symbol(at);
      int next = step(state, symbol);
      while (next < 0 && state != 0) {
        state = fail[state];
        next = step(state, symbol);
      }
      state = Math.max(next, 0);
      for (int end = report[state]; end != 0; end = report[fail[end]]) {
        advance(segmentAt[end], at + 1, text, progress, hits);
      }
    }
    return hits;
  }

  private int step(int state, int symbol) {
    int slot = base[state] + symbol;
    return slot < owner.length && owner[slot] == state ? slot : -1;
  }

  /// A segment ended: every phrase that waits for it moves on. `progress` holds, per phrase and
  /// segment, where the beginning of the phrase up to that segment last ended.
  private void advance(int segment, int end, FoldedText text, int[] progress, Hits hits) {
    int start = end - segmentLength[segment];
    for (int use = useStart[segment]; use < useStart[segment + 1]; use += 2) {
      int phrase = uses[use];
      int index = uses[use + 1];
      if (hits.contains(phrase)) {
        continue;
      }
      int slot = phraseSlot[phrase] + index;
      if (index == 0) {
        if ((phraseFlags[phrase] & OPEN_START) == 0 && !text.edge(start)) {
          continue;
        }
        if ((phraseFlags[phrase] & SOLID) != 0 && !text.solid(start, end)) {
          continue;
        }
      } else {
        int before = progress[slot - 1];
        if (before < 0 || start < before || start - before > Phrase.MAX_GAP) {
          continue;
        }
      }
      boolean last = slot + 1 == phraseSlot[phrase + 1];
      if (last) {
        if ((phraseFlags[phrase] & OPEN_END) != 0 || text.edge(end)) {
          hits.add(phrase);
        }
      } else {
        progress[slot] = end;
      }
    }
  }

  /// Builds the automaton.
  static PhraseIndex of(List<Phrase> phrases) {
    return new Builder(phrases).build();
  }

  void write(DataOutput out) throws IOException {
    for (int[] array :
        new int[][] {
          base,
          owner,
          fail,
          report,
          segmentAt,
          segmentLength,
          useStart,
          uses,
          phraseSlot,
          phraseWeight
        }) {
      Arrays32.write(out, array);
    }
    out.writeInt(phraseFlags.length);
    out.write(phraseFlags);
  }

  static PhraseIndex read(DataInput in) throws IOException {
    int[] base = Arrays32.read(in);
    int[] owner = Arrays32.read(in);
    int[] fail = Arrays32.read(in);
    int[] report = Arrays32.read(in);
    int[] segmentAt = Arrays32.read(in);
    int[] segmentLength = Arrays32.read(in);
    int[] useStart = Arrays32.read(in);
    int[] uses = Arrays32.read(in);
    int[] phraseSlot = Arrays32.read(in);
    int[] phraseWeight = Arrays32.read(in);
    var flags = new byte[in.readInt()];
    in.readFully(flags);
    return new PhraseIndex(
        base,
        owner,
        fail,
        report,
        segmentAt,
        segmentLength,
        useStart,
        uses,
        phraseSlot,
        flags,
        phraseWeight);
  }

  /// The phrases found in one text, each once.
  static final class Hits {
    private final long[] bits;
    private int[] found = new int[16];
    private int count;

    Hits(int phrases) {
      bits = new long[(phrases >> 6) + 1];
    }

    boolean contains(int phrase) {
      return (bits[phrase >> 6] & (1L << (phrase & 63))) != 0;
    }

    int count() {
      return count;
    }

    int phrase(int index) {
      return found[index];
    }

    void add(int phrase) {
      if (contains(phrase)) {
        return;
      }
      bits[phrase >> 6] |= 1L << (phrase & 63);
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = phrase;
    }
  }

  /// Builds a trie with child maps, then lays it out as a double array.
  private static final class Builder {
    private static final int MAX_TRIES = 64;

    private final List<Phrase> phrases;
    private final List<Map<Integer, Integer>> children = new ArrayList<>();
    private final List<Integer> nodeSegment = new ArrayList<>();
    private final Map<String, Integer> segments = new HashMap<>();
    private final List<String> segmentTexts = new ArrayList<>();
    private final List<List<int[]>> segmentUses = new ArrayList<>();

    Builder(List<Phrase> phrases) {
      this.phrases = phrases;
      newNode();
    }

    PhraseIndex build() {
      int[] slots = new int[phrases.size() + 1];
      byte[] flags = new byte[phrases.size()];
      int[] weights = new int[phrases.size()];
      for (int i = 0; i < phrases.size(); i++) {
        Phrase phrase = phrases.get(i);
        slots[i + 1] = slots[i] + phrase.segments().size();
        flags[i] =
            (byte)
                ((phrase.openStart() ? OPEN_START : 0)
                    | (phrase.openEnd() ? OPEN_END : 0)
                    | (phrase.solid() ? SOLID : 0));
        weights[i] = phrase.weight();
        for (int k = 0; k < phrase.segments().size(); k++) {
          segmentUses.get(segment(phrase.segments().get(k))).add(new int[] {i, k});
        }
      }
      return layOut(slots, flags, weights);
    }

    private int newNode() {
      children.add(new HashMap<>());
      nodeSegment.add(-1);
      return children.size() - 1;
    }

    private int segment(String text) {
      return segments.computeIfAbsent(
          text,
          key -> {
            int node = 0;
            for (int i = 0; i < key.length(); i++) {
              int symbol = key.charAt(i);
              Integer child = children.get(node).get(symbol);
              if (child == null) {
                child = newNode();
                children.get(node).put(symbol, child);
              }
              node = child;
            }
            int id = segmentTexts.size();
            nodeSegment.set(node, id);
            segmentTexts.add(key);
            segmentUses.add(new ArrayList<>());
            return id;
          });
    }

    private PhraseIndex layOut(int[] slots, byte[] flags, int[] weights) {
      int capacity = children.size() * 2 + FoldedText.SYMBOLS * 2;
      int[] base = new int[capacity];
      int[] owner = new int[capacity];
      Arrays.fill(owner, -1);
      var taken = new BitSet(capacity);
      taken.set(0);
      int[] slotOf = new int[children.size()];
      int front = 1;
      int crowded = 1;
      int used = 1;
      var queue = new ArrayDeque<Integer>();
      queue.add(0);
      List<Integer> order = new ArrayList<>();
      while (!queue.isEmpty()) {
        int node = queue.remove();
        order.add(node);
        Map<Integer, Integer> edges = children.get(node);
        if (edges.isEmpty()) {
          continue;
        }
        int[] symbols = edges.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        // A chain of single children fills the holes from the front. A node with several children
        // does not look again where many before it found no room: without this the layout would be
        // quadratic in the number of phrases.
        front = taken.nextClearBit(front);
        int free = symbols.length == 1 ? front : taken.nextClearBit(crowded);
        int tries = 0;
        while (!fits(symbols, free - symbols[0], taken)) {
          free = taken.nextClearBit(free + 1);
          if (++tries == MAX_TRIES) {
            crowded = free;
          }
        }
        int candidate = free - symbols[0];
        int reach = candidate + FoldedText.SYMBOLS;
        if (reach >= owner.length) {
          int old = owner.length;
          int grown = Math.max(old * 2, reach + 1);
          base = Arrays.copyOf(base, grown);
          owner = Arrays.copyOf(owner, grown);
          Arrays.fill(owner, old, grown, -1);
        }
        base[slotOf[node]] = candidate;
        for (Map.Entry<Integer, Integer> edge : edges.entrySet()) {
          int slot = candidate + edge.getKey();
          taken.set(slot);
          owner[slot] = slotOf[node];
          slotOf[edge.getValue()] = slot;
          used = Math.max(used, slot + 1);
          queue.add(edge.getValue());
        }
      }
      return finish(
          order,
          slotOf,
          Arrays.copyOf(base, used),
          Arrays.copyOf(owner, used),
          slots,
          flags,
          weights);
    }

    private static boolean fits(int[] symbols, int candidate, BitSet taken) {
      if (candidate < 0) {
        return false;
      }
      for (int symbol : symbols) {
        if (taken.get(candidate + symbol)) {
          return false;
        }
      }
      return true;
    }

    private PhraseIndex finish(
        List<Integer> order,
        int[] slotOf,
        int[] base,
        int[] owner,
        int[] slots,
        byte[] flags,
        int[] weights) {
      int[] fail = new int[base.length];
      int[] report = new int[base.length];
      int[] segmentAt = new int[base.length];
      Arrays.fill(segmentAt, -1);
      for (int node : order) {
        int slot = slotOf[node];
        segmentAt[slot] = nodeSegment.get(node);
        report[slot] = segmentAt[slot] >= 0 ? slot : report[fail[slot]];
        for (Map.Entry<Integer, Integer> edge : children.get(node).entrySet()) {
          int child = slotOf[edge.getValue()];
          fail[child] = node == 0 ? 0 : follow(base, owner, fail, fail[slot], edge.getKey());
        }
      }
      int[] lengths = segmentTexts.stream().mapToInt(String::length).toArray();
      int[] useStart = new int[segmentTexts.size() + 1];
      var flat = new ArrayList<Integer>();
      for (int i = 0; i < segmentUses.size(); i++) {
        for (int[] use : segmentUses.get(i)) {
          flat.add(use[0]);
          flat.add(use[1]);
        }
        useStart[i + 1] = flat.size();
      }
      int[] uses = flat.stream().mapToInt(Integer::intValue).toArray();
      return new PhraseIndex(
          base, owner, fail, report, segmentAt, lengths, useStart, uses, slots, flags, weights);
    }

    private static int follow(int[] base, int[] owner, int[] fail, int state, int symbol) {
      while (true) {
        int slot = base[state] + symbol;
        if (slot < owner.length && owner[slot] == state) {
          return slot;
        }
        if (state == 0) {
          return 0;
        }
        state = fail[state];
      }
    }
  }
}
