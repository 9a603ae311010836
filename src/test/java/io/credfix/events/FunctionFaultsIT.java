package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is broken around the packaged function: its rules layer, its memory.
class FunctionFaultsIT {
  private static final FaultTable TABLE = new FaultTable("function");
  private static final String LINE =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid. ";

  @Test
  void oneBrokenFileOfTheRulesLeavesTheOthers(@TempDir Path folder) throws Exception {
    Path rules = Files.createDirectories(folder.resolve("credfix"));
    Files.writeString(
        rules.resolve("variables.yaml"), "sso-portal: https://sso.example.com\n\t- x\n");
    Files.createDirectories(rules.resolve("authorization"));
    Files.writeString(rules.resolve("authorization/scp-deny.md"), "---\nno end of front matter\n");
    try (var function = new PackagedFunction(folder, Map.of("CREDFIX_RULES", rules.toString()))) {
      long start = System.nanoTime();
      Answer answer = function.invoke(EventFiles.read("diagnose-json-asia"));
      long nanos = System.nanoTime() - start;
      assertEquals(200, answer.status());
      assertTrue(answer.body().contains("session-token-missing"), answer.body());
      long problems =
          function
              .log()
              .lines()
              .filter(line -> line.contains("\"event\":\"rule-problem\""))
              .count();
      assertEquals(2, problems, function.log());
      TABLE.saw(
          "two broken files in the rules layer",
          "200, the guide from all other files",
          nanos,
          "a `rule-problem` line each, with file, line, reason and advice");
    }
  }

  @Test
  void namedRulesThatAreNotThereLeaveTheBuiltInOnes(@TempDir Path folder) throws Exception {
    try (var function =
        new PackagedFunction(
            folder, Map.of("CREDFIX_RULES", folder.resolve("nothing").toString()))) {
      long start = System.nanoTime();
      assertEquals(200, function.invoke(EventFiles.read("diagnose-json-asia")).status());
      long nanos = System.nanoTime() - start;
      assertTrue(function.log().contains("\"event\":\"rule-problem\""), function.log());
      TABLE.saw(
          "no folder of rules where one is named",
          "200, the built-in guide",
          nanos,
          "one `rule-problem` line");
    }
  }

  @Test
  void aRequestWithoutMemoryEndsTheEnvironmentAndTellsNothing(@TempDir Path folder)
      throws Exception {
    String text = LINE.repeat(65_000 / LINE.length());
    byte[] event =
        """
        {"version":"2.0","rawPath":"/v1/diagnose","headers":{"content-type":"text/plain","accept":"text/html"},
        "requestContext":{"stage":"$default","http":{"method":"POST","path":"/v1/diagnose"}},"isBase64Encoded":false,"body":"%s"}
        """
            .formatted(text)
            .getBytes(StandardCharsets.UTF_8);
    int heap = 10;
    while (answers(folder, heap, event)) {
      heap--;
    }
    try (var next = new PackagedFunction(folder, Map.of())) {
      assertEquals(200, next.invoke(event).status());
    }
  }

  /// True when so much heap is enough; else the fault was seen.
  private static boolean answers(Path folder, int heap, byte[] event) throws Exception {
    try (var function = new PackagedFunction(folder, Map.of(), heap)) {
      assertEquals(200, function.invoke(EventFiles.read("health")).status());
      long start = System.nanoTime();
      RuntimeApi.Reply reply = function.post(event);
      long nanos = System.nanoTime() - start;
      if (reply.path().endsWith("/response")) {
        return true;
      }
      assertTrue(reply.path().endsWith("/error"), reply.path());
      assertTrue(reply.body().contains("java.lang.OutOfMemoryError"), reply.body());
      function.awaitEnd();
      String said = reply.body() + function.log();
      assertFalse(said.contains("security token included"), "the report holds the text");
      TABLE.saw(
          "no memory for the request",
          "502 from API Gateway; the next request gets a new environment",
          nanos,
          "`OutOfMemoryError` in the function's log, `Faults`");
      return false;
    }
  }
}
