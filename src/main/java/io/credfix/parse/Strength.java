package io.credfix.parse;

/// How surely a finding is the error that counts; the first is the strongest.
enum Strength {
  /// A service's answer in an SDK's own wrapper: code and sentence.
  ANSWER,
  /// A service's answer as a document: XML or JSON.
  DOCUMENT,
  /// A code that AWS or an SDK is known to use, in front of a sentence.
  NAMED,
  /// An exception class of an AWS SDK.
  CLIENT,
  /// A code that AWS is known to use, mentioned.
  MENTIONED,
  /// An exception class of another library.
  FOREIGN,
  /// The exception that a line of code raises, where a traceback was cut off in front of its end.
  RAISED,
  /// No code: what was called, or a sentence.
  DETAIL
}
