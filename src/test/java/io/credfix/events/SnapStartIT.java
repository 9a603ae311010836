package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hooks as Lambda calls them: the runtime interface client runs what is registered before the
/// snapshot, and goes on when it is restored.
class SnapStartIT {
  @Test
  void isPrimedBeforeTheSnapshotAndAnswersAfterTheRestore(@TempDir Path folder) throws Exception {
    var environment =
        Map.of(
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "snap-start",
            // As the managed runtime sets it: org.crac finds Lambda's context by this property.
            "JAVA_TOOL_OPTIONS",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "CREDFIX_METRICS",
            "detailed");
    try (var function = new PackagedFunction(folder, environment)) {
      assertEquals(200, function.invoke(EventFiles.read("diagnose-json-asia")).status());
      assertEquals(200, function.invoke(EventFiles.read("health")).status());
      assertEquals(1, function.restores());
      List<String> lines = function.log().lines().filter(line -> line.startsWith("{")).toList();
      assertTrue(lines.get(0).contains("\"event\":\"primed\""), () -> "not primed: " + lines);
      assertTrue(lines.get(1).contains("\"ColdStarts\":1"), () -> "no cold start: " + lines);
      assertTrue(lines.get(1).contains("\"Namespace\":\"credfix\""));
      assertTrue(lines.get(2).contains("\"cold\":false"));
    }
  }
}
