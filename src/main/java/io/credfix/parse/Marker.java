package io.credfix.parse;

/// A text that is looked for in every paste. What a [MarkerIndex] needs of it is worked out once.
///
/// @param text at least four characters, or it is searched for without the index
/// @param head the hash of its first four characters
/// @param tail the hash of its last four
record Marker(String text, int head, int tail) {
  static Marker of(String text) {
    int last = text.length() - MarkerIndex.GRAM;
    return last < 0
        ? new Marker(text, 0, 0)
        : new Marker(text, MarkerIndex.hash(text, 0), MarkerIndex.hash(text, last));
  }

  static Marker[] all(String... texts) {
    var markers = new Marker[texts.length];
    for (int i = 0; i < texts.length; i++) {
      markers[i] = of(texts[i]);
    }
    return markers;
  }
}
