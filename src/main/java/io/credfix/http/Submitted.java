package io.credfix.http;

import io.credfix.diagnose.StatedContext;
import io.credfix.redact.Submission;

/// What was submitted for a diagnosis, checked.
///
/// @param submission the error text
/// @param context what was stated beside it
/// @param keyPrefixCut whether a whole key id was cut at the door
record Submitted(Submission submission, StatedContext context, boolean keyPrefixCut) {}
