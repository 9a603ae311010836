package io.credfix.diagnose;

import java.util.List;
import java.util.Optional;

/// What a caller may state beside the text, by its name in the API, and the values it may have.
public enum ContextMember {
  TOOL("tool", List.of()),
  OS("os", List.of("linux", "macos", "windows")),
  SHELL("shell", List.of("bash", "zsh", "fish", "powershell", "cmd")),
  RUNS_ON("runsOn", List.of("workstation", "ec2", "ecs", "eks", "lambda", "ci")),
  REGION("region", List.of());

  /// Longer than any tool or Region, shorter than any secret.
  private static final int MAX_LENGTH = 32;

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> choices;

  ContextMember(String label, List<String> choices) {
    this.label = label;
    this.choices = choices;
  }

  /// The name in the API and of form fields.
  public String label() {
    return label;
  }

  /// The only values, or empty when any name will do.
  public List<String> choices() {
    return choices;
  }

  /// The member of that name.
  public static Optional<ContextMember> of(String label) {
    for (ContextMember member : values()) {
      if (member.label.equals(label)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /// Whether a value may stand here.
  public boolean accepts(String value) {
    return choices.isEmpty() ? isName(value) : choices.contains(value);
  }

  /// A sentence for a caller whose value may not.
  public String expectation() {
    return choices.isEmpty()
        ? "Expected a name of at most 32 letters, digits, dots, hyphens, underscores and spaces."
        : "Expected one of " + String.join(", ", choices) + ".";
  }

  private static boolean isName(String value) {
    if (value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || " ._-".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
