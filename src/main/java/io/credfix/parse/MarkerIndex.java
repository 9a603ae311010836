package io.credfix.parse;

import java.util.Arrays;

/// Where every four characters in a row stand in a text, so that some hundred markers can be looked
/// up in it after one pass: a marker that is not there, the usual case, costs two reads, and one
/// that is there the reading of the places where its rarer end stands. Immutable.
final class MarkerIndex {
  static final int GRAM = 4;
  private static final int FACTOR = 0x9e3779b1;

  private final String text;
  private final int shift;
  // By bucket: where its places begin in `places`; one more at the end.
  private final int[] start;
  private final int[] places;

  MarkerIndex(String text) {
    this(text, text.toCharArray());
  }

  /// @param chars the same characters
  MarkerIndex(String text, char[] chars) {
    this.text = text;
    int count = Math.max(0, text.length() - GRAM + 1);
    int bits = 32 - Integer.numberOfLeadingZeros(count | 63);
    shift = 32 - bits;
    start = new int[(1 << bits) + 1];
    places = new int[count];
    var buckets = new int[count];
    int gram = 0;
    for (int i = 0; i < GRAM - 1 && i < chars.length; i++) {
      gram = gram << 8 | chars[i] & 0xff;
    }
    for (int first = 0; first < count; first++) {
      gram = gram << 8 | chars[first + GRAM - 1] & 0xff;
      int bucket = gram * FACTOR >>> shift;
      buckets[first] = bucket;
      start[bucket]++;
    }
    int sum = 0;
    for (int bucket = 0; bucket < start.length; bucket++) {
      sum += start[bucket];
      start[bucket] = sum;
    }
    // From behind: each bucket's places end in order, and its start is where it begins.
    for (int i = count - 1; i >= 0; i--) {
      places[--start[buckets[i]]] = i;
    }
  }

  /// The hash of the four characters at a place.
  static int hash(String marker, int at) {
    return ((marker.charAt(at) & 0xff) << 24
            | (marker.charAt(at + 1) & 0xff) << 16
            | (marker.charAt(at + 2) & 0xff) << 8
            | marker.charAt(at + 3) & 0xff)
        * FACTOR;
  }

  /// The first place at or behind `from` where the marker stands; -1 when there is none.
  int find(String marker, int from) {
    int tail = marker.length() - GRAM;
    return tail < 0
        ? text.indexOf(marker, from)
        : find(marker, hash(marker, 0), tail == 0 ? 0 : hash(marker, tail), from);
  }

  /// The same.
  int find(Marker marker, int from) {
    return marker.text().length() < GRAM
        ? text.indexOf(marker.text(), from)
        : find(marker.text(), marker.head(), marker.tail(), from);
  }

  private int find(String marker, int headHash, int tailHash, int from) {
    int bucket = headHash >>> shift;
    int count = start[bucket + 1] - start[bucket];
    if (count == 0) {
      return -1;
    }
    int offset = 0;
    int tail = marker.length() - GRAM;
    if (tail > 0) {
      int last = tailHash >>> shift;
      if (start[last + 1] - start[last] < count) {
        bucket = last;
        offset = tail;
      }
    }
    int at = start[bucket];
    int end = start[bucket + 1];
    if (at < end && places[at] < from + offset) {
      int found = Arrays.binarySearch(places, at, end, from + offset);
      at = found < 0 ? ~found : found;
    }
    for (; at < end; at++) {
      if (text.startsWith(marker, places[at] - offset)) {
        return places[at] - offset;
      }
    }
    return -1;
  }
}
