package io.credfix.parse;

/// How a message words a denial of access.
public enum Denial {
  /// `with an explicit deny …`
  EXPLICIT,
  /// `because no … policy allows …`
  IMPLICIT,
  /// `is not authorized to perform`, without a reason
  UNEXPLAINED
}
