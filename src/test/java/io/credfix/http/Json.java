package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads JSON in tests: it is a part of YAML.
final class Json {
  private Json() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    Object value =
        new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build()).loadFromString(text);
    return (Map<String, Object>) assertInstanceOf(Map.class, value);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> parent, Object... path) {
    return (Map<String, Object>) assertInstanceOf(Map.class, at(parent, path));
  }

  /// What stands at names and numbers; null where nothing does.
  static @Nullable Object at(Object root, Object... path) {
    @Nullable Object value = root;
    for (Object step : path) {
      value =
          step instanceof Integer index
              ? assertInstanceOf(List.class, value).get(index)
              : assertInstanceOf(Map.class, value).get(step);
    }
    return value;
  }
}
