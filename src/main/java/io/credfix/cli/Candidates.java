package io.credfix.cli;

import io.credfix.diagnose.ContextMember;
import io.credfix.export.SiteGenerator;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// Values that a shell offers after an option, spelled as the option takes them.
abstract sealed class Candidates implements Iterable<String> {
  private final List<String> values;

  private Candidates(List<String> values) {
    this.values = values;
  }

  @Override
  public Iterator<String> iterator() {
    return values.iterator();
  }

  /// Of `--os`.
  static final class Systems extends Candidates {
    Systems() {
      super(ContextMember.OS.choices());
    }
  }

  /// Of `--shell`.
  static final class Shells extends Candidates {
    Shells() {
      super(ContextMember.SHELL.choices());
    }
  }

  /// Of `--runs-on`.
  static final class Places extends Candidates {
    Places() {
      super(ContextMember.RUNS_ON.choices());
    }
  }

  /// Of `--for`.
  static final class Generators extends Candidates {
    Generators() {
      super(
          Arrays.stream(SiteGenerator.values())
              .map(generator -> generator.name().toLowerCase(Locale.ROOT))
              .toList());
    }
  }
}
