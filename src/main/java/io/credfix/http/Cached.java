package io.credfix.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Answers that anyone may keep for a while and ask about again.
final class Cached {
  private static final String FIVE_MINUTES = "public, max-age=300";
  private static final int TAG_BYTES = 12;

  private Cached() {}

  /// The answer with its entity tag, or 304 when the caller has it already.
  static Response of(Request request, Response response) {
    String tag = tag(response);
    Response tagged = response.with("etag", tag).with("cache-control", FIVE_MINUTES);
    return matches(request.headers().get("if-none-match"), tag) ? tagged.withoutBody(304) : tagged;
  }

  /// Strong: two formats of one page, or two rulebooks, have different bytes and so different tags.
  private static String tag(Response response) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(response.body().getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// RFC 9110 section 13.1.2: the weak comparison.
  private static boolean matches(@Nullable String field, String tag) {
    if (field == null) {
      return false;
    }
    for (String element : HeaderValue.split(field, ',')) {
      String candidate = element.strip();
      if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
