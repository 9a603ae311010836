package io.credfix.redact;

import java.util.List;

/// One shape of a secret, as the shape file describes it.
sealed interface SecretShape {
  /// Kebab-case kind of what is removed.
  String kind();

  /// What a name must be followed by.
  enum Need {
    ANY,
    LONG,
    KEY_ID,
    BLOCK,
    HEADER,
    LINE,
    CODE,
    QUERY,
    RANDOM,
    PAIR
  }

  /// A value whose name says secret.
  ///
  /// @param end how the name ends, lower case without separators
  /// @param word true when a word must begin there
  /// @param aws true for a name that is never an ordinary word
  record Named(String kind, String end, boolean word, boolean aws, Need need)
      implements SecretShape {}

  /// A token that its first characters give away.
  ///
  /// @param min characters in all
  /// @param random true when the rest must look random, too
  /// @param shown true when the start itself is no secret: the host and path of a webhook
  record Prefixed(
      String kind, String start, Alphabet alphabet, int min, boolean random, boolean shown)
      implements SecretShape {}

  /// A password given to a command.
  ///
  /// @param part where it stands: `after-colon`, `after-percent`, `glued`, `next`, `either`
  record Flagged(String kind, List<String> commands, List<String> flags, String part)
      implements SecretShape {}

  /// What a token is made of.
  enum Alphabet {
    BASE64,
    DOTTED,
    ADDRESS;

    boolean holds(char c) {
      return switch (this) {
        case BASE64 -> Chars.isAnyBase64(c);
        case DOTTED -> Chars.isDotted(c);
        case ADDRESS -> Chars.isDotted(c) || c == '@' || c == ':';
      };
    }
  }
}
