package io.credfix.diagnose;

/// How sure a cause is, the surest first.
public enum Likelihood {
  /// The text and the key's kind leave no other explanation.
  CERTAIN("certain"),
  /// The normal case behind such a text.
  LIKELY("likely"),
  /// The text cannot decide.
  POSSIBLE("possible");

  private final String label;

  Likelihood(String label) {
    this.label = label;
  }

  /// The name in the API and in rule files.
  public String label() {
    return label;
  }
}
