package io.credfix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalOutputTest {
  @ParameterizedTest
  @CsvSource({"60,60", "100,100", "300,100", "10,40", "0,80", "'',80", "wide,80"})
  void wrapsAtTheTerminalsWidthWithinReason(String told, int width) {
    assertEquals(width, TerminalOutput.width(told));
  }

  @ParameterizedTest
  @CsvSource({"72,72", "1000,100"})
  void whatTheUserSetWins(String columns, int width) {
    assertEquals(width, TerminalOutput.width(Map.of("COLUMNS", columns)));
  }
}
