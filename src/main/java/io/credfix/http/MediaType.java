package io.credfix.http;

import org.jspecify.annotations.Nullable;

/// A media type that this service sends or takes.
///
/// @param type such as `text`
/// @param subtype such as `markdown`
record MediaType(String type, String subtype) {
  static final MediaType MARKDOWN = new MediaType("text", "markdown");
  static final MediaType HTML = new MediaType("text", "html");
  static final MediaType PLAIN = new MediaType("text", "plain");
  static final MediaType JSON = new MediaType("application", "json");
  static final MediaType FORM = new MediaType("application", "x-www-form-urlencoded");
  static final MediaType PROBLEM = new MediaType("application", "problem+json");

  /// Without parameters.
  String essence() {
    return type + "/" + subtype;
  }

  /// As the header field `content-type`. JSON is UTF-8 by definition (RFC 8259), text must say so.
  String header() {
    return type.equals("text") ? essence() + "; charset=utf-8" : essence();
  }

  // Written out: what a record brings along for these is made at run time, which a first answer
  // would wait for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaType media
        && type.equals(media.type)
        && subtype.equals(media.subtype);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + subtype.hashCode();
  }
}
