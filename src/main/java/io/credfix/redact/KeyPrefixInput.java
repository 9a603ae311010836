package io.credfix.redact;

import java.util.Locale;

/// What became of a stated key prefix: accepted, or refused with the reason. A refused text is
/// never repeated.
public sealed interface KeyPrefixInput {
  /// It can be the beginning of an AWS unique id.
  ///
  /// @param prefix at most thirteen characters of it
  /// @param cut true when more was sent and left out
  record Accepted(KeyPrefix prefix, boolean cut) implements KeyPrefixInput {}

  /// It cannot.
  ///
  /// @param detail why, for the caller; holds nothing of what was sent
  /// @param secret true when it looks like a secret and must be treated as exposed
  record Refused(String detail, boolean secret) implements KeyPrefixInput {}

  /// Reads a key prefix: `ASIA`, `AKIA****`, `ASIAZI2LB466…`, or a whole key id.
  static KeyPrefixInput read(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.startsWith("ASIA")) {
      return new Accepted(new KeyPrefix(KeyKind.TEMPORARY, "ASIA", null), false);
    }
    if (upper.startsWith("AKIA")) {
      return new Accepted(new KeyPrefix(KeyKind.LONG_TERM, "AKIA", null), false);
    }
    return new Refused("This is no beginning of an access key id.", false);
  }
}
