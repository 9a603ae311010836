package io.credfix.render;

import io.credfix.diagnose.Diagnosis;
import io.credfix.redact.Redacted;

/// All that a renderer needs for one answer.
///
/// @param redacted the text without secrets
/// @param diagnosis what the rules make of it
/// @param keyPrefixCut true when a whole key id was given and cut to thirteen characters
/// @param rulebook the rulebook's version
public record Explanation(
    Redacted redacted, Diagnosis diagnosis, boolean keyPrefixCut, String rulebook) {}
