package io.credfix.redact;

/// How a value follows its name.
enum Operator {
  /// `name = value`, `name => value`.
  ASSIGN,
  /// `name: value`.
  COLON,
  /// `<name>value</name>`.
  ELEMENT,
  /// `name("value")`.
  CALL,
  /// `"name", "value"`.
  PAIR,
  /// `| name | value |`.
  CELL,
  /// `name value`.
  SPACE,
  /// The value stands alone in the next line.
  LINE,
  /// Nothing follows that could be a value.
  NONE
}
