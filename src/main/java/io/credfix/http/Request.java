package io.credfix.http;

/// A request as the API sees it, whoever carried it here.
///
/// @param method upper case
/// @param path begins with a slash; without stage and base path
/// @param base where the service is mounted, such as `/prod`; empty at the root
/// @param query not yet decoded
/// @param headers header fields
/// @param body the body
record Request(String method, String path, String base, String query, Headers headers, Body body) {
  @Override
  public String toString() {
    return "Request[" + method + "]";
  }

  /// The query's fields.
  ///
  /// @throws Refusal when they cannot be decoded
  Fields fields() throws Refusal {
    return Fields.parse(query, ProblemType.MALFORMED_QUERY);
  }
}
