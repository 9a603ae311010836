package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentDialectsTest {
  static Stream<Fixture> fixtures() {
    return Fixture.of("documents");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void readsAnswersInXmlAndJson(Fixture fixture) {
    assertEquals(Map.of(), fixture.differences());
  }
}
