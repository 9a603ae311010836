package io.credfix.redact;

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

  /// Reads a key prefix: `ASIA`, `AKIA****`, `ASIAZI2LB466…`, or a whole key id. Case, surrounding
  /// blanks and quotes do not matter; thirteen characters are kept.
  static KeyPrefixInput read(String text) {
    return KeyPrefixReader.read(text);
  }
}
