package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.List;

/// A phrase of a rule file, folded as texts are. `…` (or `...`) inside it stands for up to
/// [#MAX_GAP] symbols of anything; at its beginning or end it says that the word may go on.
///
/// @param segments the folded pieces between the gaps, none empty
/// @param openStart true when the phrase may begin inside a word
/// @param openEnd true when the phrase may end inside a word
/// @param solid true when nothing may have been left out inside it: an error code is one word
record Phrase(List<String> segments, boolean openStart, boolean openEnd, boolean solid) {
  /// How far apart two pieces may be, in folded symbols.
  static final int MAX_GAP = 300;

  Phrase {
    segments = List.copyOf(segments);
  }

  /// The phrase as written in a rule file.
  ///
  /// @throws IllegalArgumentException when nothing remains after folding
  static Phrase of(String written) {
    String text = written.strip().replace("...", "…");
    boolean openStart = text.startsWith("…");
    boolean openEnd = text.endsWith("…");
    List<String> segments = new ArrayList<>();
    for (String piece : text.split("…", -1)) {
      String folded = fold(piece);
      if (!folded.isEmpty()) {
        segments.add(folded);
      }
    }
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("nothing remains of the phrase after folding");
    }
    return new Phrase(segments, openStart, openEnd, false);
  }

  /// An error code, which must stand in the text as one word.
  static Phrase code(String code) {
    return new Phrase(List.of(fold(code)), false, false, true);
  }

  /// How many symbols of the text the phrase explains.
  int weight() {
    return segments.stream().mapToInt(String::length).sum();
  }

  /// The symbols as characters: symbol `n` is the character with code `n`.
  private static String fold(String piece) {
    FoldedText folded = FoldedText.of(piece);
    var out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      out.append((char) folded.symbol(i));
    }
    return out.toString();
  }
}
