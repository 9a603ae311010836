package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.credfix.Explainer;
import io.credfix.Rules;
import io.credfix.TestRulebook;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.RulebookBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class PrimingTest {
  private final List<String> log = new ArrayList<>();
  private final LambdaHandler handler =
      new LambdaHandler(
          Rules.with(null),
          Map.of("CREDFIX_METRICS", "totals", "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
          log::add);

  /// What Lambda hands to the hooks; they do not need it.
  private static final class Checkpoint extends Context<Resource> {
    @Override
    public void register(Resource resource) {}

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
  }

  private static APIGatewayV2HTTPEvent health() {
    return APIGatewayV2HTTPEvent.builder().withRawPath("/health").build();
  }

  private static String incident(String line) {
    int at = line.indexOf("\"incident\":\"");
    assertTrue(at >= 0, line);
    return line.substring(at, at + 50);
  }

  private Priming priming() {
    Priming priming = handler.priming();
    assertNotNull(priming);
    return priming;
  }

  @Test
  void runsEveryPathAndSaysSoOnce() {
    priming().beforeCheckpoint(new Checkpoint());
    assertEquals(1, log.size());
    assertTrue(log.getFirst().startsWith("{\"event\":\"primed\",\"requests\":10,"), log.getFirst());
  }

  @Test
  void leavesTheColdStartToTheFirstRequestAfterTheRestore() {
    priming().beforeCheckpoint(new Checkpoint());
    priming().afterRestore(new Checkpoint());
    handler.handleRequest(health(), null);
    handler.handleRequest(health(), null);
    assertTrue(log.get(1).contains("\"ColdStarts\":1") && log.get(1).contains("\"cold\":true"));
    assertTrue(log.get(2).contains("\"cold\":false"));
  }

  @Test
  void twoRestoresOfOneSnapshotShareNoIncidentNumber() {
    // Nothing random or timed may be made before the snapshot: numbers are made when asked for.
    priming().beforeCheckpoint(new Checkpoint());
    List<String> lines = new ArrayList<>();
    Route broken =
        Route.get(
            "broken",
            "/broken",
            (request, any) -> {
              throw new IllegalStateException();
            });
    var api = new Api(List.of(broken), TestRulebook.get(), Configuration.DEFAULT, lines::add);
    Request request =
        new Request("GET", "/broken", "", "", Headers.of(Map.of()), new Body(null, false));
    api.answer(request);
    api.answer(request);
    assertNotEquals(incident(lines.getFirst()), incident(lines.getLast()));
  }

  @Test
  void keepsASnapshotThatCannotAnswerFromGoingLive() {
    Rulebook empty = RulebookBuilder.build("empty", List.of(), List.of(), Map.of());
    var priming = new Priming(new Explainer(empty), Configuration.DEFAULT, log::add);
    assertThrows(RuntimeException.class, () -> priming.beforeCheckpoint(new Checkpoint()));
    assertEquals(List.of(), log);
  }
}
