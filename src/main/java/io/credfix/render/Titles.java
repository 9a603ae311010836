package io.credfix.render;

import io.credfix.diagnose.Diagnosis;

/// The heading of a guide.
final class Titles {
  private Titles() {}

  /// Markdown, placeholders filled.
  static String of(Diagnosis diagnosis) {
    return diagnosis.recognized()
        ? diagnosis.values().fill(diagnosis.causes().getFirst().cause().title())
        : UnrecognizedGuide.title(diagnosis);
  }
}
