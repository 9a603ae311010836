package io.credfix.http;

/// A message on the wire that is no HTTP, or more than we read. Holds nothing of it.
final class WireException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /// @param status HTTP status to answer with
  /// @param reason a sentence of our own
  WireException(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
