package io.credfix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainArgumentsTest {
  private static final String ERROR =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid.";

  @TempDir private Path folder;

  private static String[] words(String line) {
    return line.split(" ", -1);
  }

  /// The library and the plain reading must say the same of whatever both read.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain FILE",
        "explain --key-prefix ASIA FILE",
        "explain FILE --key-prefix AKIA --format markdown",
        "explain --format json --tool boto3 --os linux --shell bash FILE",
        "explain --runs-on ci --region eu-north-1 --format html FILE",
        "explain --format terminal --color always FILE",
        "explain --color never FILE --format terminal",
        "explain --key-prefix XYZ1 FILE",
        "explain --key-prefix wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY FILE",
        "explain --os beos FILE",
        "explain --region nowhere FILE",
        "explain FILE.missing"
      })
  void answersAsTheLibraryDoes(String line) throws Exception {
    Path file = Files.writeString(folder.resolve("error.txt"), ERROR);
    String[] arguments = words(line.replace("FILE", file.toString()));
    assertNotNull(PlainArguments.explain(arguments));
    assertEquals(outcome(arguments, true), outcome(arguments, false));
  }

  private static List<Object> outcome(String[] arguments, boolean library) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        library
            ? Commands.run(arguments, new PrintWriter(out), new PrintWriter(err))
            : CommandLineTool.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return List.of(status, out.toString(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "--help",
        "explain --help",
        "explain -h",
        "explain --version",
        "explain --key-prefix",
        "explain --key-prefix=ASIA",
        "explain --key-prefix --format",
        "explain --key-prefix ASIA --key-prefix AKIA",
        "explain --key-prefix \"ASIA\"",
        "explain --format yaml",
        "explain --format JSON",
        "explain --color sometimes",
        "explain --unknown x",
        "explain --",
        "explain -",
        "explain a.txt b.txt",
        "explain @arguments",
        "explain --tool @arguments",
        "explain ${sys:user.home}",
        "explain  a.txt"
      })
  void leavesWhatIsNotPlainToTheLibrary(String line) {
    assertNull(PlainArguments.explain(words(line)));
  }

  @Test
  void standardInputIsReadWhenNoFileIsNamed() {
    ExplainRequest request = assertNotNullRequest("explain");
    assertNull(request.file);
    assertEquals(ExplainRequest.Color.auto, request.color);
  }

  @Test
  void everyOptionOfTheCommandHasItsPlace() {
    ExplainRequest request =
        assertNotNullRequest(
            "explain --key-prefix ASIA --format html --color never --tool t --os o --shell s"
                + " --runs-on r --region g f");
    assertEquals("ASIA", request.keyPrefix);
    assertEquals(ExplainRequest.Format.html, request.format);
    assertEquals(ExplainRequest.Color.never, request.color);
    assertEquals(
        List.of("t", "o", "s", "r", "g"),
        List.of(
            String.valueOf(request.tool),
            String.valueOf(request.os),
            String.valueOf(request.shell),
            String.valueOf(request.runsOn),
            String.valueOf(request.region)));
    assertEquals(Path.of("f"), request.file);
  }

  private static ExplainRequest assertNotNullRequest(String line) {
    ExplainRequest request = PlainArguments.explain(words(line));
    assertNotNull(request);
    return request;
  }
}
