package io.credfix.redact;

import org.jspecify.annotations.Nullable;

/// The beginning of an access key id, as far as it was disclosed.
///
/// @param kind what the first four letters say
/// @param prefix 4 to 13 characters
/// @param accountId 12 digits, when thirteen characters tell it
public record KeyPrefix(KeyKind kind, String prefix, @Nullable String accountId) {}
