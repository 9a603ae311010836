package io.credfix.mcp;

import java.util.List;

/// A message that cannot be served, as JSON-RPC tells it. Holds nothing that was sent.
final class RpcException extends Exception {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;
  static final int HEADER_MISMATCH = -32020;
  static final int UNSUPPORTED_VERSION = -32022;

  private static final long serialVersionUID = 1;

  private final int code;
  private final transient List<String> supported;

  RpcException(int code, String sentence) {
    this(code, sentence, List.of());
  }

  private RpcException(int code, String sentence, List<String> supported) {
    // No stack trace: it is an answer, not a fault.
    super(sentence, null, false, false);
    this.code = code;
    this.supported = List.copyOf(supported);
  }

  static RpcException unsupportedVersion() {
    return new RpcException(
        UNSUPPORTED_VERSION,
        "Unsupported protocol version; see the member supported.",
        ProtocolVersion.labels());
  }

  int code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /// Versions to choose from; empty unless the version is what is wrong.
  List<String> supported() {
    return supported;
  }
}
