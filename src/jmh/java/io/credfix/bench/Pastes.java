package io.credfix.bench;

import io.credfix.diagnose.source.ErrorCase;
import io.credfix.diagnose.source.RuleFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Texts of a given size, put together from the rules' own cases in a shuffled order that is the
/// same in every run. A call gives the next one, so that a processor cannot learn a text by heart.
public final class Pastes {
  private static final Path RULES = Path.of("src/main/resources/rules");

  private final List<String> texts = new ArrayList<>();
  private int next;

  /// @param size in characters
  public Pastes(int size) {
    List<String> cases = new ArrayList<>();
    for (ErrorCase errorCase : read().cases()) {
      cases.add(errorCase.text());
    }
    Collections.shuffle(cases, new Random(7));
    int at = 0;
    int count = size > 10_000 ? 4 : 16;
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder(size + 1000);
      while (text.length() < size) {
        text.append(cases.get(at++ % cases.size())).append("\n\n");
      }
      text.setLength(size);
      texts.add(text.toString());
    }
  }

  /// The rules folder of the project, compiled.
  public static RuleFolder read() {
    try {
      return RuleFolder.read(RULES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All texts.
  public List<String> all() {
    return texts;
  }

  /// The next text.
  public String next() {
    next = (next + 1) % texts.size();
    return texts.get(next);
  }

  /// The number of the next text.
  public int nextIndex() {
    next = (next + 1) % texts.size();
    return next;
  }
}
