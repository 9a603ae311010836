package io.credfix.redact;

/// How many secrets of one kind were removed.
///
/// @param kind kebab-case name, such as `secret-access-key`
/// @param count at least 1
public record Redaction(String kind, int count) {}
