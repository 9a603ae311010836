package io.credfix.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What the carrier of a message says of it beside the message.
///
/// @param http whether it came over HTTP, where the stateless revision repeats parts of a message
///   in header fields
/// @param version the field `MCP-Protocol-Version`
/// @param method the field `Mcp-Method`
/// @param name the field `Mcp-Name`
/// @param base what addresses begin with
public record Envelope(
    boolean http,
    @Nullable String version,
    @Nullable String method,
    @Nullable String name,
    String base) {
  private static final String SENTINEL = "=?base64?";
  private static final String SENTINEL_END = "?=";

  /// Standard streams: nothing beside the message.
  static final Envelope STREAM = new Envelope(false, null, null, null, "");

  /// Whether the fields repeat what the message says, as the stateless revision demands.
  boolean agrees(String saidVersion, String saidMethod, @Nullable Object saidName) {
    return !http
        || saidVersion.equals(version)
            && saidMethod.equals(method)
            && (saidName == null || name != null && saidName.equals(decoded(name)));
  }

  /// A name that cannot stand in a header field is sent as `=?base64?…?=`.
  private static @Nullable String decoded(String value) {
    if (!value.startsWith(SENTINEL)
        || !value.endsWith(SENTINEL_END)
        || value.length() < SENTINEL.length() + SENTINEL_END.length()) {
      return value;
    }
    String base64 = value.substring(SENTINEL.length(), value.length() - SENTINEL_END.length());
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
