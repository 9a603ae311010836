package io.credfix.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the operator decides, from environment variables.
///
/// @param frameAncestors `CREDFIX_FRAME_ANCESTORS`: who may frame `/embed` and its results, sources
///   of the CSP directive divided by spaces; everyone when not set, since the form holds nothing
/// @param allowedOrigins `CREDFIX_ALLOWED_ORIGINS`: whose scripts may read answers, divided by
///   commas or spaces; everyone when not set, since the API knows no callers and keeps nothing
/// @param basePath `CREDFIX_BASE_PATH`: the API mapping of a custom domain, such as `/credfix`
/// @param local whether this runs on a developer's own machine, which other sites' pages can reach
public record Configuration(
    String frameAncestors, List<String> allowedOrigins, String basePath, boolean local) {
  /// Nothing is set.
  public static final Configuration DEFAULT = from(Map.of());

  /// Copies the list.
  public Configuration {
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /// Reads the variables.
  ///
  /// @throws IllegalArgumentException naming a variable whose value cannot stand in a header field
  public static Configuration from(Map<String, String> environment) {
    List<String> ancestors = list(environment, "CREDFIX_FRAME_ANCESTORS");
    String base = environment.getOrDefault("CREDFIX_BASE_PATH", "").strip();
    while (base.endsWith("/")) {
      base = base.substring(0, base.length() - 1);
    }
    if (!base.isEmpty() && (!base.startsWith("/") || base.startsWith("//") || !isPlain(base))) {
      throw new IllegalArgumentException("CREDFIX_BASE_PATH must be a path such as /credfix.");
    }
    return new Configuration(
        String.join(" ", ancestors), list(environment, "CREDFIX_ALLOWED_ORIGINS"), base, false);
  }

  /// The same on a developer's own machine.
  public Configuration onThisMachine() {
    return new Configuration(frameAncestors, allowedOrigins, basePath, true);
  }

  private static List<String> list(Map<String, String> environment, String name) {
    @Nullable String text = environment.get(name);
    if (text == null || text.isBlank()) {
      return List.of("*");
    }
    List<String> items = new ArrayList<>();
    for (String item : text.replace(',', ' ').split(" ", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    if (!items.stream().allMatch(Configuration::isPlain)) {
      throw new IllegalArgumentException(
          name + " must be a list of origins such as https://docs.example.com.");
    }
    return items;
  }

  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || "-._~:/*[]'".indexOf(c) >= 0);
  }
}
