package io.credfix.parse;

import java.util.List;

/// The way one family of tools prints an error. Every dialect reads the whole text and says what it
/// found; several may find the same error.
sealed interface Dialect
    permits BotocoreDialect,
        GoV1Dialect,
        GoV2Dialect,
        JavaDialect,
        PhpDialect,
        RubyDialect,
        RustDialect,
        XmlDialect,
        JsonDialect,
        NameDialect,
        CallDialect,
        FrameDialect,
        BotoFrameDialect {

  /// What the text shows in this dialect, in order; empty when nothing. The work is linear in the
  /// text, and no text makes it throw.
  List<Finding> find(ReadableText text);

  /// Every dialect.
  static List<Dialect> all() {
    return List.of(
        new BotocoreDialect(),
        new GoV2Dialect(),
        new GoV1Dialect(),
        new JavaDialect(),
        new PhpDialect(),
        new RubyDialect(),
        new RustDialect(),
        new XmlDialect(),
        new JsonDialect(),
        new NameDialect(),
        new CallDialect(),
        new FrameDialect(),
        new BotoFrameDialect());
  }
}
