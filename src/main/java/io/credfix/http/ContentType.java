package io.credfix.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The header field `Content-Type` of a request.
///
/// @param essence type and subtype in lower case
/// @param charset the parameter, null when not given
record ContentType(String essence, @Nullable String charset) {
  /// Reads the field; empty when it is absent or no media type.
  static Optional<ContentType> parse(@Nullable String field) {
    if (field == null) {
      return Optional.empty();
    }
    List<String> parts = HeaderValue.split(field, ';');
    String essence = parts.getFirst().strip().toLowerCase(Locale.ROOT);
    int slash = essence.indexOf('/');
    if (slash < 0
        || !HeaderValue.isToken(essence.substring(0, slash))
        || !HeaderValue.isToken(essence.substring(slash + 1))) {
      return Optional.empty();
    }
    String charset = null;
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals >= 0 && part.substring(0, equals).strip().equalsIgnoreCase("charset")) {
        charset = HeaderValue.unquote(part.substring(equals + 1).strip());
      }
    }
    return Optional.of(new ContentType(essence, charset));
  }

  boolean is(MediaType type) {
    return essence.equals(type.essence());
  }

  /// True for UTF-8, its subset ASCII, and when nothing is said.
  boolean isUtf8() {
    return charset == null
        || charset.equalsIgnoreCase("utf-8")
        || charset.equalsIgnoreCase("utf8")
        || charset.equalsIgnoreCase("us-ascii");
  }
}
