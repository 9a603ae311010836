package io.credfix.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Revisions of the protocol that are spoken here, the newest first. Source:
/// modelcontextprotocol.io/specification, one folder a revision.
public enum ProtocolVersion {
  /// Every request stands alone and says its version.
  STATELESS("2026-07-28"),
  /// The newest that begins with `initialize`.
  NOVEMBER_2025("2025-11-25"),
  /// The first with structured results and without batches.
  JUNE_2025("2025-06-18"),
  /// The first with streamable HTTP; what a request without `MCP-Protocol-Version` speaks.
  MARCH_2025("2025-03-26");

  private final String label;

  ProtocolVersion(String label) {
    this.label = label;
  }

  /// The date that names it.
  public String label() {
    return label;
  }

  /// The version of that name.
  public static Optional<ProtocolVersion> of(String label) {
    return Arrays.stream(values()).filter(version -> version.label.equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(ProtocolVersion::label).toList();
  }

  /// What `initialize` agrees on: the version asked for, or the newest that has `initialize`.
  static ProtocolVersion negotiate(String asked) {
    return of(asked).filter(version -> version != STATELESS).orElse(NOVEMBER_2025);
  }

  /// Whether several messages may come as one array.
  boolean hasBatches() {
    return this == MARCH_2025;
  }
}
