package io.credfix.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Compresses scripts and styles for whoever takes gzip: an HTTP API does not do it, and they are
/// most of what a page loads. Answers that hold anything a caller sent stay as they are, so their
/// length tells nothing.
final class Compression {
  private static final Set<String> TYPES =
      Set.of("text/javascript; charset=utf-8", "text/css; charset=utf-8");

  private Compression() {}

  /// Whether an answer can come in two forms.
  static boolean suits(Response response) {
    return response.status() == 200
        && !response.body().isEmpty()
        && TYPES.contains(response.headers().getOrDefault("content-type", ""));
  }

  /// Whether `Accept-Encoding` takes gzip.
  static boolean isAccepted(@Nullable String field) {
    if (field == null) {
      return false;
    }
    for (String element : HeaderValue.split(field, ',')) {
      var parts = HeaderValue.split(element, ';');
      if (parts.getFirst().strip().equalsIgnoreCase("gzip")) {
        return parts.size() == 1 || !isZero(parts.get(1));
      }
    }
    return false;
  }

  /// The text as gzip in Base64, as an event carries bytes.
  static String base64(String text) {
    var bytes = new ByteArrayOutputStream(text.length() / 3);
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /// `q=0`, `q=0.0` and so on: anything but this.
  private static boolean isZero(String parameter) {
    String text = parameter.replace(" ", "");
    return text.regionMatches(true, 0, "q=0", 0, 3)
        && text.chars().skip(3).allMatch(c -> c == '.' || c == '0');
  }
}
