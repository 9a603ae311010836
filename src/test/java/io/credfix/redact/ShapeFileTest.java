package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeFileTest {
  @Test
  void readsWhatTheFileIsMadeOf() {
    assertEquals(
        Map.of(
            "a", List.of("x", 12, true, false),
            "b", Map.of("c", "\"q\" \\ \u2026\n\t/"),
            "d", List.of(),
            "e", Map.of()),
        ShapeFile.read(
            " { \"a\" : [ \"x\", 12 ,true, false ],\n\"b\":{\"c\":\"\\\"q\\\" \\\\ \\u2026\\n\\t\\/\"},"
                + "\"d\":[],\"e\":{ } }\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":[1 2]}",
        "{\"a\":\"",
        "{} {}",
        "{\"a\":\"\\",
        "{\"a\":\"\\u12\"}",
        "{\"a\":null}",
        "{\"a\":-1}",
        "{\"a\":1.5}"
      })
  void refusesEverythingElse(String text) {
    assertThrows(IllegalStateException.class, () -> ShapeFile.read(text));
  }
}
