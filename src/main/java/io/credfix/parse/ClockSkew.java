package io.credfix.parse;

import java.time.Duration;
import java.time.Instant;

/// Two clocks that a message names. Source: `Signature expired: T1 is now earlier than T2 (T3 - 5
/// min.)`, where T1 is the caller's time and T3 is AWS's; S3's `RequestTime` and `ServerTime`.
///
/// @param caller when the request was signed, by the caller's clock
/// @param server when it arrived, by AWS's clock
/// @param window how far apart they may be
public record ClockSkew(Instant caller, Instant server, Duration window) {

  /// How far the caller's clock is ahead of AWS's; negative when it is behind.
  public Duration ahead() {
    return Duration.between(server, caller);
  }
}
