package io.credfix.mcp;

import io.credfix.render.Explanation;
import org.jspecify.annotations.Nullable;

/// What becomes of what was sent.
///
/// @param json one line; empty when nothing is to be answered
/// @param status the HTTP status that goes with it
/// @param word `served`, `tool-error`, or `json-rpc` with the error's code; for the log
/// @param explanation what was explained, the first one of a batch; null for anything else
/// @param agreed the version that `initialize` agreed on; null for anything else
public record Reply(
    String json,
    int status,
    String word,
    @Nullable Explanation explanation,
    @Nullable ProtocolVersion agreed) {
  static final String SERVED = "served";
  static final String TOOL_ERROR = "tool-error";

  /// It was taken, and nothing is to be said.
  static final Reply ACCEPTED = new Reply("", 202, SERVED, null, null);

  static Reply of(String json) {
    return new Reply(json, 200, SERVED, null, null);
  }

  @Override
  public String toString() {
    return "Reply[" + status + " " + word + "]";
  }
}
