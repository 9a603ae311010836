package io.credfix.mcp;

/// A call that a tool cannot serve, in words that help the caller to call again. Holds nothing of
/// what was sent.
final class ToolException extends Exception {
  private static final long serialVersionUID = 1;

  ToolException(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
