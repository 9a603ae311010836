package io.credfix.parse;

/// Traces that tell where a text comes from.
final class Markers {
  private Markers() {}

  /// True when a text holds the marker, and not as the end of a longer word.
  static boolean holds(ReadableText text, Marker marker) {
    int at = text.find(marker, 0);
    if (at <= 0) {
      return at == 0;
    }
    boolean word = Characters.isAlphanumeric(marker.text().charAt(0));
    int tries = 0;
    while (at > 0 && word && tries++ < 50 && Characters.isAlphanumeric(text.charAt(at - 1))) {
      at = text.find(marker, at + 1);
    }
    return at >= 0 && tries <= 50;
  }

  /// True when a text holds one of the markers.
  static boolean holdsAny(ReadableText text, Marker... markers) {
    for (Marker marker : markers) {
      if (holds(text, marker)) {
        return true;
      }
    }
    return false;
  }
}
