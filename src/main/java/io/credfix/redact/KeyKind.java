package io.credfix.redact;

/// What the first letters of an access key id say. Source: IAM User Guide, "IAM identifiers",
/// unique id prefixes.
public enum KeyKind {
  TEMPORARY("temporary"),
  LONG_TERM("long-term"),
  DOCUMENTATION("documentation"),
  EMULATOR("emulator"),
  NOT_A_KEY("not-a-key"),
  UNKNOWN("unknown");

  private final String label;

  KeyKind(String label) {
    this.label = label;
  }

  /// The name in the API and in rule files.
  public String label() {
    return label;
  }
}
