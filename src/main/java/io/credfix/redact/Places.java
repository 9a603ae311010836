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

  /// Adds a place where order puts it, which is near the end.
  void insert(int place) {
    add(place);
    for (int k = count - 1; k > 0 && places[k - 1] > place; k--) {
      places[k] = places[k - 1];
      places[k - 1] = place;
    }
  }

  /// Adds a range, by its start, where order puts it. Ranges do not overlap.
  void insert(int start, int end) {
    add(start);
    add(end);
    for (int k = count - 2; k > 0 && places[k - 2] > start; k -= 2) {
      places[k] = places[k - 2];
      places[k + 1] = places[k - 1];
      places[k - 2] = start;
      places[k - 1] = end;
    }
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
