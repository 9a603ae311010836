package io.credfix.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final Map<String, Asset> assets;

  private Assets(Map<String, Asset> assets) {
    this.assets = assets;
  }

  /// One file.
  ///
  /// @param contentType as the header field
  /// @param text the content
  record Asset(String contentType, String text) {}

  /// The files that the artifact carries.
  public static Assets builtIn() {
    Map<String, Asset> found = new LinkedHashMap<>();
    TYPES.forEach(
        (name, type) -> {
          String text = text(name);
          if (text != null) {
            found.put(name, new Asset(type, text));
          }
        });
    return new Assets(found);
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
    return assets.containsKey(name);
  }

  Optional<Asset> find(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  private static @Nullable String text(String name) {
    // The shapes stand with the stage that reads them; the page removes by the same file.
    String folder = name.equals("secret-shapes.json") ? "/io/credfix/redact/" : "/web/";
    try (InputStream in = Assets.class.getResourceAsStream(folder + name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
