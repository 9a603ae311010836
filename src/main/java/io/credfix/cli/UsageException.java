package io.credfix.cli;

/// Something about the call itself is wrong. Ends with exit status 2 and one line.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message one line; holds nothing of what was pasted
  UsageException(String message) {
    super(message, null, false, false);
  }
}
