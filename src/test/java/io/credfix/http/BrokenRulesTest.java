package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.credfix.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broken rules layer: the operator reads where and why, callers get the built-in guides.
class BrokenRulesTest {
  @Test
  void isLoggedOnceAtTheStartAndTheFunctionAnswers(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("variables.yaml"), "\nsuport: \"#cloud-help\"\n");
    List<String> log = new ArrayList<>();
    var handler = new LambdaHandler(Rules.with(folder), Map.of(), log::add);
    assertEquals(1, log.size());
    assertTrue(
        log.getFirst()
            .startsWith(
                "{\"level\":\"WARN\",\"event\":\"rule-problem\",\"file\":\"variables.yaml\",\"line\":2,"),
        log.getFirst());
    var health = APIGatewayV2HTTPEvent.builder().withRawPath("/health").build();
    assertEquals(200, handler.handleRequest(health, null).getStatusCode());
    assertEquals(2, log.size());
  }
}
