package io.credfix.diagnose;

/// Another cause that shows itself the same way.
///
/// @param causeId the other cause
/// @param tell how to tell it from this one, Markdown
public record LookAlike(String causeId, String tell) {}
