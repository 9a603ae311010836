package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What runs in AWS is what is tested: the packaged artifact under the runtime interface client.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagedFunctionIT {
  private PackagedFunction function;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    function = new PackagedFunction(folder);
  }

  @AfterAll
  void stop() {
    function.close();
  }

  static List<String> names() throws IOException {
    return EventFiles.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void answersEveryEventAsApproved(String name) throws IOException, InterruptedException {
    Approved.check(name, function.invoke(EventFiles.read(name)));
  }

  @Test
  void goesOnWorkingAfterAnEventThatIsNoHttpRequest() throws IOException, InterruptedException {
    Answer odd = function.invoke("{}".getBytes(StandardCharsets.UTF_8));
    assertEquals(200, odd.status(), "an event without a path gets the form");
    assertEquals(200, function.invoke(EventFiles.read("health")).status());
  }

  @Test
  void writesNoErrorTextToItsLog() throws IOException, InterruptedException {
    function.invoke(EventFiles.read("diagnose-json-secrets"));
    function.invoke(EventFiles.read("refuse-key-prefix-secret"));
    String log = function.log();
    for (String piece :
        List.of("wJalrXUtnFEMI", "AKIAIOSFODNN7", "The request signature we", "hunter2")) {
      assertFalse(log.contains(piece), "the log holds a piece of what was sent");
    }
    assertTrue(log.contains("\"outcome\""), "the log holds no request line");
  }

  @Test
  void carriesNoTestOrBuildLibraries() throws IOException {
    for (String library : PackagedFunction.libraries()) {
      assertFalse(
          library.matches("(junit|jqwik|archunit|jazzer|error_prone|nullaway|jackson-databind).*"),
          library);
    }
  }
}
