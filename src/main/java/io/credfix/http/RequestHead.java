package io.credfix.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The head of an HTTP/1.1 request, RFC 9112. Strict where readers of one message could disagree
/// about where it ends.
///
/// @param method a token
/// @param path begins with a slash, or is `*`
/// @param query without its question mark; empty for none
/// @param persistent whether the connection may go on afterwards
/// @param fields lower-case names; repeated ones are joined by a comma, as API Gateway does
record RequestHead(
    String method, String path, String query, boolean persistent, Map<String, String> fields) {
  /// API Gateway stops at 10,240 bytes; a browser may carry other applications' cookies to
  /// localhost.
  private static final int MAX_BYTES = 32_768;

  private static final int MAX_EMPTY_LINES = 4;

  /// Reads a head.
  static RequestHead read(WireReader in) throws IOException, WireException {
    String start = in.line(MAX_BYTES);
    for (int i = 0; i < MAX_EMPTY_LINES && start.isEmpty(); i++) {
      start = in.line(MAX_BYTES);
    }
    String[] parts = start.split(" ", -1);
    if (parts.length != 3 || !HeaderValue.isToken(parts[0])) {
      throw new WireException(400, "The request line is malformed.");
    }
    if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
      throw new WireException(505, "HTTP/1.1 is spoken here.");
    }
    Map<String, String> fields = fields(in, MAX_BYTES - start.length());
    String target = originForm(parts[1]);
    int question = target.indexOf('?');
    String connection = fields.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    boolean modern = parts[2].equals("HTTP/1.1");
    if (modern && !fields.containsKey("host")) {
      throw new WireException(400, "The header field Host is missing.");
    }
    return new RequestHead(
        parts[0],
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        modern && !connection.contains("close"),
        fields);
  }

  @Nullable String field(String lowerCaseName) {
    return fields.get(lowerCaseName);
  }

  /// `http://host/path` means `/path`.
  private static String originForm(String target) throws WireException {
    String lower = target.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      int slash = target.indexOf('/', target.indexOf("//") + 2);
      return slash < 0 ? "/" : target.substring(slash);
    }
    if (!target.startsWith("/") && !target.equals("*")) {
      throw new WireException(400, "The request target is malformed.");
    }
    return target;
  }

  private static Map<String, String> fields(WireReader in, int limit)
      throws IOException, WireException {
    Map<String, String> fields = new LinkedHashMap<>();
    int left = limit;
    while (true) {
      String line = in.line(Math.max(left, 0));
      left -= line.length() + 2;
      if (line.isEmpty()) {
        return fields;
      }
      int colon = line.indexOf(':');
      // This also refuses folded lines and a space before the colon.
      if (colon < 0 || !HeaderValue.isToken(line.substring(0, colon))) {
        throw new WireException(400, "A header field is malformed.");
      }
      fields.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (a, b) -> a + "," + b);
    }
  }
}
