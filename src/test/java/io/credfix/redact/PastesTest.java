package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PastesTest {
  /// What one seed hides, another shows.
  private static final int SEEDS = 5;

  private final Redactor redactor = new Redactor();

  @ParameterizedTest
  @EnumSource(Clothing.class)
  void nothingOfASecretIsLeft(Clothing clothing) {
    List<String> failures = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Paste paste : Paste.all(clothing, seed)) {
        String output = redact(paste.text());
        if (!paste.leaks(output).isEmpty()) {
          failures.add(paste.name() + " (seed " + seed + ")");
        }
      }
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void whatTheDiagnosisNeedsIsLeft() {
    List<String> lost = new ArrayList<>();
    for (Paste paste : Paste.all(Clothing.PLAIN, 1)) {
      String output = redact(paste.text());
      for (String kept : paste.keeps()) {
        if (!output.contains(kept)) {
          lost.add(paste.name() + ": " + kept);
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  void harmlessLinesStayAsTheyAre() {
    List<String> survivors = Paste.survivors();
    assertTrue(survivors.size() >= 150);
    for (String line : survivors) {
      assertEquals(line, redact(line));
    }
  }

  @Test
  void harmlessLinesStayAsTheyAreAmongSecrets() {
    String secret = Paste.secret("sk", new java.util.Random(11));
    for (String line : Paste.survivors()) {
      if (!line.isBlank() && !line.endsWith("=") && !line.endsWith("= ")) {
        String output = redact("AWS_SECRET_ACCESS_KEY=" + secret + "\n" + line + "\n");
        assertEquals("AWS_SECRET_ACCESS_KEY=[secret access key removed]\n" + line + "\n", output);
      }
    }
  }

  @Test
  void redactingTwiceChangesNothing() {
    for (Clothing clothing : Clothing.values()) {
      for (Paste paste : Paste.all(clothing, 5)) {
        String output = redact(paste.text());
        assertEquals(output, redact(output), paste.name());
      }
    }
  }

  private String redact(String text) {
    return redactor.redact(Submission.of(text)).text();
  }
}
