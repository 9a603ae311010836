package io.credfix.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {

  private static String folded(String text) {
    FoldedText folded = FoldedText.of(text);
    var out = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      out.append((char) folded.symbol(i));
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The security token\nincluded",
        "the  SECURITY token included",
        "The \u001b[31msecurity\u001b[0m token included",
        "│ The security token\n│ included",
        "The&nbsp;security token&#32;included",
        "The security \\\"token\\\" included",
        "The security token\\nincluded",
        "The secur\u00adity token\u200b included",
        "'The' `security` \u201ctoken\u201d included",
        "The security \\u0074oken included",
        "The &amp;quot;security&amp;quot; token included"
      })
  void foldsEveryClothingAlike(String text) {
    assertEquals(folded("The security token included"), folded(text));
  }

  @Test
  void keepsWhatTellsTextsApart() {
    assertTrue(!folded("iam:PassRole").equals(folded("iam PassRole")));
    assertTrue(!folded("us-east-1").equals(folded("useast1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "&", "&#", "&#x;", "\u001b", "\u001b[", "\\u12", "&amp;", "\ud800"})
  void endsWhereTheTextEnds(String text) {
    assertTrue(FoldedText.of(text).length() <= text.length());
    assertTrue(FoldedText.of(text.repeat(5_000)).length() <= text.length() * 5_000);
  }
}
