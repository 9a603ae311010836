package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerraformTest {
  static Stream<Fixture> fixtures() {
    return Fixture.of("terraform");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void readsErrorsInBoxesAndBesideThem(Fixture fixture) {
    assertEquals(Map.of(), fixture.differences());
  }
}
