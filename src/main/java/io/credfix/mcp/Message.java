package io.credfix.mcp;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON-RPC message.
sealed interface Message {
  /// Longer than any identifier a program counts or draws.
  int MAX_ID_LENGTH = 256;

  /// Wants an answer.
  ///
  /// @param id a [String] or a [BigInteger]; the answer repeats it
  record Request(Object id, String method, Map<?, ?> params) implements Message {
    /// What a request of the stateless revision says of itself; empty in older ones.
    Map<?, ?> meta() {
      return params.get("_meta") instanceof Map<?, ?> meta ? meta : Map.of();
    }

    @Override
    public String toString() {
      return "Request";
    }
  }

  /// Wants none.
  record Notification() implements Message {}

  /// Answers a request; none is ever made here, so there is nothing to do with it.
  record Response() implements Message {}

  /// Reads one.
  ///
  /// @throws RpcException when it is no message
  static Message of(@Nullable Object json) throws RpcException {
    if (!(json instanceof Map<?, ?> members) || !"2.0".equals(members.get("jsonrpc"))) {
      throw invalid("Expected an object with jsonrpc \"2.0\".");
    }
    Object method = members.get("method");
    if (method == null && (members.containsKey("result") || members.containsKey("error"))) {
      return new Response();
    }
    if (!(method instanceof String name)) {
      throw invalid("The member method must be a string.");
    }
    Object params = members.get("params");
    if (params != null && !(params instanceof Map)) {
      throw invalid("The member params must be an object.");
    }
    if (!members.containsKey("id")) {
      return new Notification();
    }
    Object id = id(members);
    if (id == null) {
      throw invalid("The member id must be a string or an integer.");
    }
    return new Request(id, name, params instanceof Map<?, ?> map ? map : Map.of());
  }

  /// The identifier of whatever this is, for an error's answer; null when it has none.
  static @Nullable Object id(@Nullable Object json) {
    Object id = json instanceof Map<?, ?> members ? members.get("id") : null;
    return id instanceof BigInteger || id instanceof String text && text.length() <= MAX_ID_LENGTH
        ? id
        : null;
  }

  private static RpcException invalid(String sentence) {
    return new RpcException(RpcException.INVALID_REQUEST, sentence);
  }
}
