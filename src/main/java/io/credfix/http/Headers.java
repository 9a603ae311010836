package io.credfix.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Header fields of a request. Names are compared without case; fields of one name are joined by a
/// comma, as RFC 9110 section 5.3 allows.
final class Headers {
  private final Map<String, String> fields;

  private Headers(Map<String, String> fields) {
    this.fields = fields;
  }

  /// @param fields null when the event has none; null values are left out
  static Headers of(@Nullable Map<String, String> fields) {
    Map<String, String> folded = new HashMap<>();
    if (fields != null) {
      for (Map.Entry<String, String> field : fields.entrySet()) {
        @Nullable String value = field.getValue();
        if (value != null) {
          String name = field.getKey().toLowerCase(Locale.ROOT);
          @Nullable String other = folded.get(name);
          folded.put(name, other == null ? value : other + ", " + value);
        }
      }
    }
    return new Headers(folded);
  }

  @Nullable String get(String lowerCaseName) {
    return fields.get(lowerCaseName);
  }
}
