package io.credfix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.redact.ErrorTextInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String UNKNOWN = "npm ERR! missing script: start";

  @TempDir Path folder;

  private record Result(int status, String out, String err) {}

  private Result explain(byte[] text, String... options) throws IOException {
    Path file = folder.resolve("error.txt");
    Files.write(file, text);
    List<String> arguments = new ArrayList<>(List.of("explain"));
    arguments.addAll(List.of(options));
    arguments.add(file.toString());
    return run(arguments.toArray(String[]::new));
  }

  private Result explain(String text, String... options) throws IOException {
    return explain(text.getBytes(StandardCharsets.UTF_8), options);
  }

  private static Result run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status = CommandLineTool.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Result(status, out.toString(), err.toString());
  }

  @Test
  void whatIsNotRecognizedEndsWithThree() throws IOException {
    Result result = explain(UNKNOWN, "--format", "markdown");
    assertEquals(3, result.status());
    assertTrue(result.out().startsWith("# "), result.out());
    assertEquals("", result.err());
  }

  @Test
  void everyFormatIsWritten() throws IOException {
    assertTrue(explain(UNKNOWN, "--format", "json").out().startsWith("{\"recognized\":false"));
    String html = explain(UNKNOWN, "--format", "html").out();
    assertTrue(html.startsWith("<!DOCTYPE html>"), html);
    assertTrue(html.contains("<style>"), html);
    String terminal = explain(UNKNOWN, "--format", "terminal", "--color", "never").out();
    assertFalse(terminal.contains("\u001b"), terminal);
    assertTrue(terminal.contains("===="), terminal);
    assertTrue(
        explain(UNKNOWN, "--format", "terminal", "--color", "always")
            .out()
            .contains("\u001b[1;4m"));
  }

  @Test
  void usageErrorsAreOneLineAndTwo() throws IOException {
    for (Result result :
        List.of(
            run("explain", folder.resolve("missing-" + SECRET.substring(0, 8)).toString()),
            explain(""),
            explain(" \n"),
            explain(new byte[] {'a', (byte) 0xff}),
            explain("x".repeat(ErrorTextInput.MAX_BYTES + 1)),
            explain(UNKNOWN, "--key-prefix", SECRET),
            explain(UNKNOWN, "--os", "beos"),
            explain(UNKNOWN, "--shell", "csh"),
            explain(UNKNOWN, "--runs-on", "moon"),
            explain(UNKNOWN, "--region", "<b>"),
            explain(UNKNOWN, "--format", SECRET),
            explain(UNKNOWN, "--" + SECRET),
            explain(UNKNOWN, SECRET),
            explain(UNKNOWN, "--key-prefix"))) {
      assertEquals(2, result.status(), result.err());
      assertEquals("", result.out());
      assertTrue(result.err().startsWith("credfix: "), result.err());
      assertEquals(1, result.err().strip().lines().count(), result.err());
      assertFalse(result.err().contains(SECRET.substring(0, 8)), result.err());
    }
  }

  @Test
  void theLimitIsWithin() throws IOException {
    assertEquals(3, explain("x".repeat(ErrorTextInput.MAX_BYTES)).status());
    assertEquals(3, explain("\ufeff" + "x".repeat(ErrorTextInput.MAX_BYTES)).status());
  }

  @Test
  void statedFactsAreTaken() throws IOException {
    Result result =
        explain(
            UNKNOWN,
            "--tool",
            "boto3",
            "--os",
            "linux",
            "--shell",
            "fish",
            "--runs-on",
            "ci",
            "--region",
            "eu-north-1",
            "--key-prefix",
            "ASIA",
            "--format",
            "json");
    assertEquals(3, result.status(), result.err());
    assertTrue(result.out().contains("\"kind\":\"temporary\""), result.out());
  }

  @Test
  void helpHasExamples() {
    for (String command : List.of("explain", "serve")) {
      Result help = run(command, "--help");
      assertEquals(0, help.status());
      assertTrue(help.out().contains("Examples:"), help.out());
    }
    assertEquals(2, run().status());
    assertEquals(2, run("serve", "--port", "99999999").status());
    assertEquals(2, run("serve", "--port", "70000").status());
  }
}
