package io.credfix;

import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.source.RuleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Two rules and a question, apart from the real ones, so that tests of the surroundings do not
/// move when a rule is reworded.
public final class TestRulebook {
  /// The seed error: both rules know it.
  public static final String SEED =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid.";

  private static final Rulebook BOOK = read();

  private TestRulebook() {}

  public static Rulebook get() {
    return BOOK;
  }

  private static Rulebook read() {
    try {
      RuleFolder folder = RuleFolder.read(Path.of("src", "test", "resources", "rules"));
      if (!folder.problems().isEmpty()) {
        throw new IllegalStateException(folder.problems().toString());
      }
      return folder.compile("2026.11.0-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
