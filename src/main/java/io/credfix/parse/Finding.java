package io.credfix.parse;

import org.jspecify.annotations.Nullable;

/// What a dialect read in one place. Filled step by step by its dialect, then left alone.
final class Finding {
  final int at;
  final Strength strength;
  @Nullable String code;
  @Nullable String operation;
  @Nullable String service;
  @Nullable Integer httpStatus;
  @Nullable String requestId;
  @Nullable String region;
  @Nullable String tool;
  private int messageStart = -1;
  private int messageLimit;

  /// @param at where in the text it was read
  /// @param strength how surely it is the error that counts
  Finding(int at, Strength strength) {
    this.at = at;
    this.strength = strength;
  }

  /// @param value as {@link KnownCodes#isCodeOrStatusLine} has it; anything else is left out
  Finding code(@Nullable String value) {
    code = value != null && KnownCodes.isCodeOrStatusLine(value) ? value : null;
    return this;
  }

  /// Says that the error's own sentence begins at a place and ends before another at the latest.
  /// Sentences are read when they are asked for: of many findings few count.
  Finding message(int start, int limit) {
    messageStart = start;
    messageLimit = limit;
    return this;
  }

  /// Says that the error's own sentence begins at a place.
  Finding message(int start) {
    return message(start, Integer.MAX_VALUE);
  }

  /// The error's own sentence.
  @Nullable String message(ReadableText text) {
    return messageStart < 0
        ? null
        : Sentences.from(text, messageStart, Math.min(messageLimit, text.text().length()));
  }

  Finding operation(@Nullable String value) {
    operation = Operations.isOperation(value) ? value : null;
    return this;
  }

  Finding service(@Nullable String value) {
    service = value;
    return this;
  }

  /// @param value digits; anything else is left out
  Finding status(@Nullable String value) {
    if (value != null && value.length() == 3 && Characters.isNumber(value)) {
      int number = Integer.parseInt(value);
      httpStatus = number >= 100 && number <= 599 ? (Integer) number : null;
    }
    return this;
  }

  Finding requestId(@Nullable String value) {
    boolean plausible =
        value != null && value.length() >= 6 && value.length() <= 80 && isPlain(value);
    requestId = plausible ? value : null;
    return this;
  }

  private static boolean isPlain(String value) {
    return Characters.consistsOf(value, "-_=+/.")
        && Characters.isAlphanumeric(value.charAt(0))
        && value.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  Finding region(@Nullable String value) {
    region = value;
    return this;
  }

  Finding tool(@Nullable String value) {
    tool = value;
    return this;
  }
}
