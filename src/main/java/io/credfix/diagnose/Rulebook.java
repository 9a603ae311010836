package io.credfix.diagnose;

import java.util.List;
import java.util.Optional;

/// All rules, compiled. Immutable and thread-safe.
public final class Rulebook {
  private final String version;
  private final List<Cause> causes;

  Rulebook(String version, List<Cause> causes) {
    this.version = version;
    this.causes = List.copyOf(causes);
  }

  /// The rulebook that the artifact carries.
  public static Rulebook builtIn() {
    return new Rulebook("2026.11.0", List.of());
  }

  /// Version, such as `2026.11.0`.
  public String version() {
    return version;
  }

  /// Every cause, in the catalogue's order: by family, then as the rulebook lists them.
  public List<Cause> causes() {
    return causes;
  }

  /// The cause of that id.
  public Optional<Cause> cause(String id) {
    return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
  }
}
