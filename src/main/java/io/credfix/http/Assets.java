package io.credfix.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The static files that the service sends, by a closed list; those that the artifact carries.
/// Immutable and thread-safe.
public final class Assets {
  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "app.css", "text/css; charset=utf-8",
          "app.js", JAVASCRIPT,
          "widget.js", JAVASCRIPT,
          "redact.js", JAVASCRIPT,
          "secret-shapes.json", "application/json",
          "icon.svg", "image/svg+xml",
          "openapi.json", "application/json");

  private static final Assets BUILT_IN = new Assets();

  // Read when first asked for: most functions never send one.
  private final Map<String, Optional<Asset>> assets = new ConcurrentHashMap<>();

  private Assets() {}

  /// One file.
  ///
  /// @param contentType as the header field
  /// @param text the content
  record Asset(String contentType, String text) {}

  /// The files that the artifact carries.
  public static Assets builtIn() {
    return BUILT_IN;
  }

  /// The style sheet, for pages that are files of their own.
  public String styles() {
    return find("app.css").map(Asset::text).orElse("");
  }

  /// Names that may be asked for, whether or not the artifact carries them.
  static Set<String> names() {
    return TYPES.keySet();
  }

  boolean has(String name) {
    return TYPES.containsKey(name) && Assets.class.getResource(path(name)) != null;
  }

  Optional<Asset> find(String name) {
    return TYPES.containsKey(name) ? assets.computeIfAbsent(name, Assets::read) : Optional.empty();
  }

  private static Optional<Asset> read(String name) {
    @Nullable String text = text(name);
    return text == null
        ? Optional.empty()
        : Optional.of(new Asset(TYPES.getOrDefault(name, "text/plain"), text));
  }

  private static String path(String name) {
    // The shapes stand with the stage that reads them; the page removes by the same file.
    return (name.equals("secret-shapes.json") ? "/io/credfix/redact/" : "/web/") + name;
  }

  private static @Nullable String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(path(name))) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
