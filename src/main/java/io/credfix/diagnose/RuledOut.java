package io.credfix.diagnose;

/// A cause that came up and that the evidence excludes.
///
/// @param cause the cause
/// @param because the sentence that excludes it, placeholders filled, Markdown
public record RuledOut(Cause cause, String because) {}
