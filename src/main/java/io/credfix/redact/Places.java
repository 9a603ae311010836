package io.credfix.redact;

import java.util.Arrays;

/// Places in a view, in order.
final class Places {
  private int[] places = new int[16];
  private int count;
  private int next;

  void add(int place) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
    }
    places[count++] = place;
  }

  int count() {
    return count;
  }

  int get(int number) {
    return places[number];
  }

  /// True when one of them lies in a range; each range must lie behind the one asked for before.
  boolean anyIn(int start, int end) {
    while (next < count && places[next] < start) {
      next++;
    }
    return next < count && places[next] < end;
  }
}
