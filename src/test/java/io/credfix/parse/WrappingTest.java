package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What wraps a text changes nothing of what is read.
class WrappingTest {
  static Stream<Fixture> oneLiners() {
    return Fixture.all().filter(fixture -> !fixture.text().strip().contains("\n"));
  }

  /// Documents are read by their members' names, which a broken line can cut.
  static Stream<Fixture> sentences() {
    return oneLiners().filter(fixture -> !fixture.text().startsWith("{"));
  }

  static Stream<Fixture> all() {
    return Fixture.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneLiners")
  void aBoxAroundWrappedWordsChangesNeitherCodeNorOperation(Fixture fixture) {
    for (int width : new int[] {60, 78, 100}) {
      assertSame(fixture.text(), boxed(fixture.text().strip(), width));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void aTerminalThatBreaksWordsChangesNeitherCodeNorOperation(Fixture fixture) {
    for (int width : new int[] {78, 100, 120}) {
      assertSame(fixture.text(), broken(fixture.text().strip(), width));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void coloursChangeNothing(Fixture fixture) {
    String coloured =
        "\u001b[31m"
            + fixture.text().replace("(", "\u001b[0m\u001b[1;33m(").replace(": ", ":\u001b[0m ");
    assertEquals(
        Fixture.read(Fixture.parse(fixture.text())), Fixture.read(Fixture.parse(coloured)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneLiners")
  void escapesForHtmlChangeNeitherCodeNorOperation(Fixture fixture) {
    String once = fixture.text().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    assertSame(fixture.text(), once);
    assertSame(fixture.text(), once.replace("&", "&amp;"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneLiners")
  void aJsonStringAroundItChangesNeitherCodeNorOperation(Fixture fixture) {
    String escaped = fixture.text().strip().replace("\\", "\\\\").replace("\"", "\\\"");
    assertSame(fixture.text(), "{\"log\": \"" + escaped + "\\n\", \"stream\": \"stderr\"}");
  }

  private static void assertSame(String plain, String wrapped) {
    ReportedError expected = Fixture.parse(plain).primary();
    ReportedError read = Fixture.parse(wrapped).primary();
    assertEquals(
        expected.code() + " " + expected.operation(),
        read.code() + " " + read.operation(),
        () -> String.format(Locale.ROOT, "%s%n---%n%s", plain, wrapped));
  }

  private static String boxed(String text, int width) {
    var out = new StringBuilder("╷\n");
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() > width) {
        out.append("│ ").append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return out.append("│ ").append(line).append("\n╵\n").toString();
  }

  private static String broken(String text, int width) {
    var out = new StringBuilder();
    for (int at = 0; at < text.length(); at += width) {
      out.append(text, at, Math.min(text.length(), at + width)).append('\n');
    }
    return out.toString();
  }
}
