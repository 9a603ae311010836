package io.credfix.parse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Reads the two clocks of a signing error. Sources: SigV4's `Signature expired: T1 is now earlier
/// than T2 (T3 - 5 min.)` and `Signature not yet current: T1 is still later than T2 (T3 + 5 min.)`;
/// S3's `RequestTime`, `ServerTime` and `MaxAllowedSkewMilliseconds`.
final class ClockSkewReader {
  private static final Duration USUAL = Duration.ofMinutes(15);

  private ClockSkewReader() {}

  static @Nullable ClockSkew read(ReadableText text) {
    @Nullable ClockSkew signature = signature(text, "Signatureexpired:", "isnowearlierthan", -1);
    if (signature == null) {
      signature = signature(text, "Signaturenotyetcurrent:", "isstilllaterthan", 1);
    }
    boolean storage = text.findDense("RequestTime") >= 0 && text.findDense("ServerTime") >= 0;
    return signature != null || !storage ? signature : storage(text.dense());
  }

  private static @Nullable ClockSkew signature(
      ReadableText text, String opening, String middle, int sign) {
    String dense = text.dense();
    int at = text.findDense(opening);
    if (at < 0) {
      return null;
    }
    String rest = dense.substring(at + opening.length(), Math.min(dense.length(), at + 200));
    int second = rest.indexOf(middle);
    @Nullable Instant caller = second < 0 ? null : instant(rest.substring(0, second));
    if (caller == null) {
      return null;
    }
    String limits = rest.substring(second + middle.length());
    int parenthesis = limits.indexOf('(');
    Duration window = minutes(limits);
    @Nullable Instant server = parenthesis < 0 ? null : instant(limits.substring(parenthesis + 1));
    if (server == null) {
      // The outer limit lies one window off the server's clock.
      @Nullable Instant limit = instant(limits);
      server = limit == null ? null : limit.minus(window.multipliedBy(sign));
    }
    return server == null ? null : new ClockSkew(caller, server, window);
  }

  private static Duration minutes(String limits) {
    int end = limits.indexOf("min");
    int start = end;
    while (start > 0 && Characters.isDigit(limits.charAt(start - 1))) {
      start--;
    }
    return end > start && end - start < 4
        ? Duration.ofMinutes(Integer.parseInt(limits.substring(start, end)))
        : USUAL;
  }

  private static @Nullable ClockSkew storage(String dense) {
    @Nullable Instant caller = labelled(dense, "<RequestTime>", "RequestTime:");
    @Nullable Instant server = labelled(dense, "<ServerTime>", "ServerTime:");
    if (caller == null || server == null) {
      return null;
    }
    @Nullable String allowed = Fields.behind(dense, "<MaxAllowedSkewMilliseconds>", 9);
    Duration window =
        allowed != null && Characters.isNumber(allowed)
            ? Duration.ofMillis(Long.parseLong(allowed))
            : USUAL;
    return new ClockSkew(caller, server, window);
  }

  private static @Nullable Instant labelled(String dense, String element, String label) {
    int at = dense.indexOf(element);
    int length = element.length();
    if (at < 0) {
      String plain = dense.replace("\"", "").replace("'", "");
      at = plain.indexOf(label);
      return at < 0
          ? null
          : instant(
              plain.substring(
                  at + label.length(), Math.min(plain.length(), at + label.length() + 30)));
    }
    return instant(dense.substring(at + length, Math.min(dense.length(), at + length + 30)));
  }

  /// `20160925T124307Z` or `2015-06-04T22:26:16Z` at the start of a text; also with a fraction.
  static @Nullable Instant instant(String text) {
    var digits = new StringBuilder(14);
    int at = 0;
    while (at < text.length() && digits.length() < 14) {
      char c = text.charAt(at++);
      if (Characters.isDigit(c)) {
        digits.append(c);
      } else if (c != '-' && c != ':' && c != 'T') {
        return null;
      }
    }
    if (digits.length() < 14) {
      return null;
    }
    try {
      return LocalDateTime.of(
              number(digits, 0, 4),
              number(digits, 4, 6),
              number(digits, 6, 8),
              number(digits, 8, 10),
              number(digits, 10, 12),
              number(digits, 12, 14))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(CharSequence digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }
}
