package io.credfix.diagnose;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every phrase of the rulebook in one Aho-Corasick automaton, so that one pass over a folded text
/// finds them all in linear time, however many there are. Immutable.
///
/// States are numbered depth first, so the first child of state `s` is `s + 1`. Most states have
/// one child; for these `go[s]` is the complement of the symbol that leads there. Where `go[s]` is
/// not negative it numbers a state with several children: first those near the root, which have a
/// full row of 64 followers in `rows`, then the others, which have a mask of the symbols that lead
/// on and their followers in `children`. `fail` is the longest proper suffix that is a state.
final class PhraseIndex {
  /// `go` of a state without children: no symbol's complement.
  static final int LEAF = ~127;

  private final int[] go;
  private final int[] fail;
  // Near the root, 64 followers a state: failures are resolved, so that a miss costs nothing.
  private final int[] rows;
  private final long[] masks;
  private final int[] childStart;
  private final int[] children;
  // One bit a state: a segment ends here or at a suffix. The bit's rank numbers the end.
  private final long[] ends;
  private final int[] endRank;
  // Per end: the segment, -1 if only a suffix ends; and the end of the longest such suffix, or -1.
  private final int[] endSegment;
  private final int[] endNext;
  // Per segment: its length and, below, AT_EDGES: what every use of it asks for.
  private final int[] segmentInfo;
  // Uses of a segment, four numbers each: the phrase, its slot of progress, flags, the slot of what
  // must have been seen before; in the order of the latter.
  private final int[] useStart;
  private final int[] uses;
  private final int[] phraseWeight;

  /// How many numbers a use has.
  static final int USE = 4;

  /// So many uses are gone through one by one.
  private static final int FEW = 16 * USE;

  static final int OPEN_START = 1;
  static final int OPEN_END = 2;
  static final int SOLID = 4;
  static final int FIRST = 8;
  static final int LAST = 16;

  /// In a segment's info: every use is the first of its phrase and begins at a word's edge.
  static final int STARTS_AT_EDGE = 1;

  /// In a segment's info: every use is the last of its phrase and ends at a word's edge.
  static final int ENDS_AT_EDGE = 2;

  /// @param arrays in the order of the fields, `masks` and `ends` as pairs of integers
  PhraseIndex(int[][] arrays) {
    go = arrays[0];
    fail = arrays[1];
    rows = arrays[2];
    masks = longs(arrays[3]);
    childStart = arrays[4];
    children = arrays[5];
    ends = longs(arrays[6]);
    endRank = arrays[7];
    endSegment = arrays[8];
    endNext = arrays[9];
    segmentInfo = arrays[10];
    useStart = arrays[11];
    uses = arrays[12];
    phraseWeight = arrays[13];
  }

  /// Builds the automaton.
  static PhraseIndex of(List<Phrase> phrases) {
    return new PhraseIndexBuilder(phrases).build();
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
    var progress = new Progress();
    byte[] symbols = text.symbols();
    int length = text.length();
    int state = 0;
    for (int at = 0; at < length; at++) {
      state = next(state, (symbols[at] & 0x7f) - 1);
      if ((ends[state >> 6] >>> state & 1) != 0) {
        for (int end = endOf(state); end >= 0; end = endNext[end]) {
          if (endSegment[end] >= 0) {
            advance(endSegment[end], at + 1, text, progress, hits);
          }
        }
      }
    }
    return hits;
  }

  private int next(int from, int symbol) {
    int dense = rows.length >> 6;
    int state = from;
    while (true) {
      int branch = go[state];
      if (branch < 0) {
        if (~branch == symbol) {
          return state + 1;
        }
      } else if (branch < dense) {
        return rows[branch << 6 | symbol];
      } else {
        long mask = masks[branch - dense];
        if ((mask >>> symbol & 1) != 0) {
          return children[childStart[branch - dense] + Long.bitCount(mask & ((1L << symbol) - 1))];
        }
      }
      state = fail[state];
    }
  }

  private int endOf(int state) {
    return endRank[state >> 6] + Long.bitCount(ends[state >> 6] & ((1L << state) - 1));
  }

  /// A segment ended: every phrase that waits for it moves on.
  private void advance(int segment, int end, FoldedText text, Progress progress, Hits hits) {
    int info = segmentInfo[segment];
    int start = end - (info >> 2);
    boolean endsAtEdge = text.edge(end);
    if ((info & ENDS_AT_EDGE) != 0 && !endsAtEdge) {
      return;
    }
    boolean startsAtEdge = text.edge(start);
    if ((info & STARTS_AT_EDGE) != 0 && !startsAtEdge) {
      return;
    }
    int first = useStart[segment];
    int last = useStart[segment + 1];
    if (last - first <= FEW) {
      for (int use = first; use < last; use += USE) {
        advance(use, start, end, startsAtEdge, endsAtEdge, text, progress, hits);
      }
      return;
    }
    // Many phrases wait for this segment: only those are asked that have just begun.
    int use = first;
    while (use < last && uses[use + 3] < 0) {
      advance(use, start, end, startsAtEdge, endsAtEdge, text, progress, hits);
      use += USE;
    }
    int[] begun = progress.begun(start - Phrase.MAX_GAP, start);
    for (int slot : begun) {
      for (int at = firstUse(use, last, slot); at < last && uses[at + 3] == slot; at += USE) {
        advance(at, start, end, startsAtEdge, endsAtEdge, text, progress, hits);
      }
    }
  }

  /// The first of a segment's uses for which at least this slot must have been seen.
  private int firstUse(int first, int last, int slot) {
    int low = first / USE;
    int high = last / USE;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (uses[middle * USE + 3] < slot) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low * USE;
  }

  private void advance(
      int use,
      int start,
      int end,
      boolean startsAtEdge,
      boolean endsAtEdge,
      FoldedText text,
      Progress progress,
      Hits hits) {
    int flags = uses[use + 2];
    if ((flags & FIRST) != 0) {
      if ((flags & OPEN_START) == 0 && !startsAtEdge
          || (flags & SOLID) != 0 && !text.solid(start, end)) {
        return;
      }
    } else {
      int before = progress.get(uses[use + 3]);
      if (before < 0 || start < before || start - before > Phrase.MAX_GAP) {
        return;
      }
    }
    if ((flags & LAST) == 0) {
      progress.put(uses[use + 1], end);
    } else if ((flags & OPEN_END) != 0 || endsAtEdge) {
      hits.add(uses[use]);
    }
  }

  /// The phrase that stands for an error code as a whole, -1 if none does.
  int code(String code) {
    FoldedText text = FoldedText.of(code);
    int state = 0;
    for (int at = 0; at < text.length(); at++) {
      state = next(state, (text.symbol(at) & 0x7f) - 1);
    }
    if ((ends[state >> 6] >>> state & 1) == 0) {
      return -1;
    }
    int segment = endSegment[endOf(state)];
    if (segment < 0 || segmentInfo[segment] >> 2 != text.length()) {
      return -1;
    }
    for (int use = useStart[segment]; use < useStart[segment + 1]; use += USE) {
      if ((uses[use + 2] & SOLID) != 0) {
        return uses[use];
      }
    }
    return -1;
  }

  void write(DataOutput out) throws IOException {
    for (int[] array :
        new int[][] {
          go,
          fail,
          rows,
          ints(masks),
          childStart,
          children,
          ints(ends),
          endRank,
          endSegment,
          endNext,
          segmentInfo,
          useStart,
          uses,
          phraseWeight
        }) {
      Arrays32.write(out, array);
    }
  }

  static PhraseIndex read(ByteBuffer in) {
    var arrays = new int[14][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = Arrays32.read(in);
    }
    return new PhraseIndex(arrays);
  }

  private static long[] longs(int[] pairs) {
    var longs = new long[pairs.length / 2];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = (long) pairs[2 * i] << 32 | pairs[2 * i + 1] & 0xffffffffL;
    }
    return longs;
  }

  static int[] ints(long[] longs) {
    var pairs = new int[longs.length * 2];
    for (int i = 0; i < longs.length; i++) {
      pairs[2 * i] = (int) (longs[i] >> 32);
      pairs[2 * i + 1] = (int) longs[i];
    }
    return pairs;
  }

  /// Where the beginnings of phrases last ended, by slot: a phrase with gaps has a slot for each of
  /// its segments. Only few are ever begun, so this is a small hash table and no array of all.
  private static final class Progress {
    private int[] slots = new int[32];
    private int[] ends = new int[32];
    private int count;
    // What was put, in order: slots and ends.
    private int[] log = new int[64];
    private int logged;

    /// The slots that were put last between two places, in their order, each once.
    int[] begun(int from, int to) {
      var begun = new int[16];
      int size = 0;
      for (int at = logged - 2; at >= 0 && log[at + 1] >= from; at -= 2) {
        if (log[at + 1] <= to && get(log[at]) == log[at + 1]) {
          begun = size == begun.length ? Arrays.copyOf(begun, size * 2) : begun;
          begun[size++] = log[at];
        }
      }
      begun = Arrays.copyOf(begun, size);
      Arrays.sort(begun);
      return begun;
    }

    int get(int slot) {
      int at = place(slot);
      return slots[at] == 0 ? -1 : ends[at];
    }

    void put(int slot, int end) {
      int at = place(slot);
      if (slots[at] == 0) {
        if (++count > slots.length / 2) {
          grow();
          at = place(slot);
        }
        slots[at] = slot + 1;
      }
      ends[at] = end;
      log = logged == log.length ? Arrays.copyOf(log, logged * 2) : log;
      log[logged++] = slot;
      log[logged++] = end;
    }

    private int place(int slot) {
      int at = (slot * 0x9e3779b9 >>> 7) & (slots.length - 1);
      while (slots[at] != 0 && slots[at] != slot + 1) {
        at = (at + 1) & (slots.length - 1);
      }
      return at;
    }

    private void grow() {
      int[] oldSlots = slots;
      int[] oldEnds = ends;
      slots = new int[oldSlots.length * 2];
      ends = new int[oldSlots.length * 2];
      for (int i = 0; i < oldSlots.length; i++) {
        if (oldSlots[i] != 0) {
          int at = place(oldSlots[i] - 1);
          slots[at] = oldSlots[i];
          ends[at] = oldEnds[i];
        }
      }
    }
  }

  /// The phrases found in one text, each once.
  static final class Hits {
    private static final int PAGE = 12;

    // Pages of 4,096 phrases; null: none of them was found. Rulebooks can be large.
    private final long[] @Nullable [] pages;
    private int[] found = new int[16];
    private int count;

    Hits(int phrases) {
      pages = new long[(phrases >> PAGE) + 1][];
    }

    boolean contains(int phrase) {
      long[] page = pages[phrase >> PAGE];
      return page != null && (page[phrase >> 6 & 63] >>> phrase & 1) != 0;
    }

    /// The greatest weight of those of some phrases that were found; -1: none was.
    ///
    /// @param phrases sorted
    /// @param weights by phrase; null: any that was found will do
    int best(Numbers phrases, @Nullable PhraseIndex weights) {
      int best = -1;
      // Few were found and many are asked for, or the other way round.
      if (count * 8 < phrases.size()) {
        for (int i = 0; i < count && (best < 0 || weights != null); i++) {
          if (phrases.has(found[i])) {
            best = Math.max(best, weights == null ? 0 : weights.weight(found[i]));
          }
        }
      } else {
        for (int i = 0; i < phrases.size() && (best < 0 || weights != null); i++) {
          if (contains(phrases.at(i))) {
            best = Math.max(best, weights == null ? 0 : weights.weight(phrases.at(i)));
          }
        }
      }
      return best;
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
      int number = phrase >> PAGE;
      long[] page = pages[number];
      if (page == null) {
        page = new long[1 << PAGE - 6];
        pages[number] = page;
      }
      page[phrase >> 6 & 63] |= 1L << phrase;
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = phrase;
    }
  }
}
