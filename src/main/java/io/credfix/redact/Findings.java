package io.credfix.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the scanners found in one view: spans to remove, places to keep, keys seen.
final class Findings {
  /// A generic name in front of a value.
  static final int BY_NAME = 1;

  /// A token that looks random.
  static final int BY_LOOK = 2;

  /// A name that only secrets have, or a documented shape.
  static final int BY_SHAPE = 3;

  /// A whole block.
  static final int BY_BLOCK = 4;

  /// A part of the text to remove.
  ///
  /// @param rank of overlapping spans, the highest names the kind
  record Span(int start, int end, String kind, String label, int rank) {}

  private final View view;
  private final SecretShapes shapes;
  private final Survey survey;
  private final List<Span> spans = new ArrayList<>();
  private final BitSet keyPlaces = new BitSet();
  private final Set<KeyPrefix> keysSeen = new LinkedHashSet<>();
  private final BitSet kept = new BitSet();
  private @Nullable String message;

  Findings(View view, SecretShapes shapes) {
    this.view = view;
    this.shapes = shapes;
    survey = new Survey(view, shapes);
    int[] places = view.labelledKeyPlaces();
    for (int i = 0; i < places.length; i++) {
      keyPlaces.set(places[i]);
      String letters = view.labelledKeys().get(i);
      keysSeen.add(
          letters.startsWith("=")
              ? new KeyPrefix(KeyKind.DOCUMENTATION, letters.substring(1), null)
              : new KeyPrefix(KeyPrefixReader.kindOf(letters), letters, null));
    }
  }

  View view() {
    return view;
  }

  SecretShapes shapes() {
    return shapes;
  }

  Survey survey() {
    return survey;
  }

  void add(int start, int end, String kind, int rank) {
    if (end > start) {
      add(start, end, kind, shapes.label(kind), rank);
    }
  }

  private void add(int start, int end, String kind, String label, int rank) {
    spans.add(new Span(view.from(start), view.to(end - 1), kind, label, rank));
  }

  void addKey(int start, int end, String letters, KeyPrefix seen) {
    String label = shapes.keyLabel(letters, seen.kind() == KeyKind.DOCUMENTATION);
    add(start, end, "access-key-id", label, BY_SHAPE);
    keyPlaces.set(start);
    keysSeen.add(seen);
  }

  void addMessage(int start, int end, String text) {
    add(start, end, "", SecretShapes.messageLabel(), BY_BLOCK);
    keep(start, end);
    if (message == null) {
      message = text;
    }
  }

  void see(KeyPrefix key) {
    keysSeen.add(key);
  }

  void keep(int start, int end) {
    kept.set(start, Math.max(start, end));
  }

  boolean isKept(int place) {
    return kept.get(place);
  }

  /// True when a key id stands within a few lines.
  boolean nearKey(int place, int distance) {
    int key = keyPlaces.nextSetBit(Math.max(0, place - distance));
    return key >= 0 && key <= place + distance;
  }

  Set<KeyPrefix> keysSeen() {
    return keysSeen;
  }

  @Nullable String message() {
    return message;
  }

  List<Span> spans() {
    return spans;
  }

  /// Those of another view's spans that only looks gave away are left out where this view knows
  /// better.
  List<Span> notKept(List<Span> others) {
    if (kept.isEmpty() || others.stream().noneMatch(span -> span.rank() <= BY_LOOK)) {
      return others;
    }
    var places = new BitSet();
    for (int p = kept.nextSetBit(0); p >= 0 && p < view.length(); p = kept.nextSetBit(p + 1)) {
      places.set(view.from(p));
    }
    return others.stream()
        .filter(span -> span.rank() > BY_LOOK || !places.get(span.start()))
        .toList();
  }

  /// Non-overlapping spans from left to right.
  static List<Span> merged(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingInt(Span::start).thenComparingInt(s -> -s.rank()));
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      if (merged.isEmpty() || merged.getLast().end() <= span.start()) {
        merged.add(span);
        continue;
      }
      Span last = merged.removeLast();
      Span named = span.rank() > last.rank() ? span : last;
      merged.add(
          new Span(
              last.start(),
              Math.max(last.end(), span.end()),
              named.kind(),
              named.label(),
              named.rank()));
    }
    return merged;
  }
}
