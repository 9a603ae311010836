package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void decodesPercentPlusAndUtf8() throws Refusal {
    Fields fields = parse("a=1+2%2B&b=%E2%80%A6&c=…&d&a=x&=y&&e=%41");
    assertEquals(List.of("1 2+", "x"), fields.all("a"));
    assertEquals("…", fields.first("b"));
    assertEquals("…", fields.first("c"));
    assertEquals("", fields.first("d"));
    assertEquals("A", fields.first("e"));
    assertNull(fields.first("f"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%ff", "a=%C3%28", "a=%４１"})
  void refusesWhatCannotBeDecoded(String text) {
    assertThrows(Refusal.class, () -> parse(text));
  }

  @Test
  void flagsAreOffOnlyWhenSaid() throws Refusal {
    assertTrue(parse("fragment=1").flag("fragment"));
    assertTrue(parse("fragment").flag("fragment"));
    assertFalse(parse("fragment=0").flag("fragment"));
    assertFalse(parse("fragment=false").flag("fragment"));
    assertFalse(parse("").flag("fragment"));
  }

  private static Fields parse(String text) throws Refusal {
    return Fields.parse(text, ProblemType.MALFORMED_QUERY);
  }
}
