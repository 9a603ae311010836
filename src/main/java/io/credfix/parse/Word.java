package io.credfix.parse;

/// Letters, digits and underscores in a row.
///
/// @param start index of the first character
/// @param end index behind the last
/// @param text the characters
record Word(int start, int end, String text) {}
