package io.credfix.render;

/// Writes an explanation as the JSON document of the contract. Immutable and thread-safe.
public final class JsonRenderer {
  /// The JSON document, UTF-8 text.
  public String render(Explanation explanation) {
    return "{}";
  }
}
