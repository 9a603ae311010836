package io.credfix.render;

import io.credfix.diagnose.Diagnosis;
import io.credfix.redact.Redacted;

/// All that a renderer needs for one answer.
///
/// @param redacted the text without secrets
/// @param diagnosis what the rules make of it
/// @param keyPrefixCut true when a whole key id was given and cut to thirteen characters
/// @param rulebook the rulebook's version
/// @param decoding what became of the encoded authorization message
public record Explanation(
    Redacted redacted,
    Diagnosis diagnosis,
    boolean keyPrefixCut,
    String rulebook,
    Decoding decoding) {
  /// An explanation without an encoded message.
  public Explanation(
      Redacted redacted, Diagnosis diagnosis, boolean keyPrefixCut, String rulebook) {
    this(redacted, diagnosis, keyPrefixCut, rulebook, Decoding.NOT_TRIED);
  }
}
