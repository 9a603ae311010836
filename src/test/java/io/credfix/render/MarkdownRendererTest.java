package io.credfix.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.Submission;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {
  private static String guide(String error) {
    Rulebook rulebook = Rulebook.builtIn();
    return new MarkdownRenderer(rulebook)
        .guide(new Explainer(rulebook).explain(Submission.of(error), StatedContext.NONE, false));
  }

  @Test
  void answersThatMeanTheSameShareALine() {
    String guide =
        guide(
            "failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds:"
                + " GetMetadata, http response error StatusCode: 404, request to EC2 IMDS failed");
    List<String> meanings =
        guide
            .lines()
            .filter(line -> line.contains("Then the first suspect is: "))
            .map(line -> line.substring(line.indexOf("Then the first suspect is: ")))
            .toList();
    assertTrue(meanings.size() > 1, guide);
    assertEquals(meanings.stream().distinct().toList(), meanings);
    assertTrue(guide.contains("- On my own machine / On an EC2 instance"), guide);
  }
}
