package io.credfix.diagnose;

import static io.credfix.diagnose.Rulebooks.diagnose;
import static io.credfix.diagnose.Rulebooks.evidence;
import static io.credfix.diagnose.Rulebooks.ids;
import static io.credfix.diagnose.Rulebooks.key;
import static io.credfix.diagnose.Rulebooks.notOurs;
import static io.credfix.diagnose.Rulebooks.rule;
import static io.credfix.diagnose.Rulebooks.says;
import static io.credfix.diagnose.Rulebooks.signature;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticianTest {
  private static final String TEXT = "the security token is invalid";

  @Test
  void evidenceDecidesAndSpeaks() {
    Rulebook rulebook =
        Rulebooks.of(
            List.of(),
            rule(
                "token-missing",
                List.of(signature(Likelihood.POSSIBLE, says("security token is invalid"))),
                List.of(
                    evidence(Likelihood.LIKELY, "A temporary key.", key("temporary")),
                    evidence(null, "A long-term key has no token.", key("long-term")))),
            rule(
                "key-invalid",
                List.of(signature(Likelihood.POSSIBLE, says("token is invalid"))),
                List.of()));
    Diagnosis temporary = diagnose(rulebook, TEXT, "ASIA");
    assertEquals(List.of("token-missing", "key-invalid"), ids(temporary));
    assertEquals(Likelihood.LIKELY, temporary.causes().getFirst().likelihood());
    assertEquals(List.of("Seen.", "A temporary key."), temporary.causes().getFirst().because());
    Diagnosis longTerm = diagnose(rulebook, TEXT, "AKIA");
    assertEquals(List.of("key-invalid"), ids(longTerm));
    assertEquals("token-missing", longTerm.ruledOut().getFirst().cause().id());
    assertEquals("A long-term key has no token.", longTerm.ruledOut().getFirst().because());
  }

  @Test
  void amongEqualsTheLongerSignatureComesFirst() {
    Rulebook rulebook =
        Rulebooks.of(
            List.of(),
            rule("a", List.of(signature(Likelihood.LIKELY, says("token"))), List.of()),
            rule("b", List.of(signature(Likelihood.LIKELY, says("security token is"))), List.of()));
    assertEquals(List.of("b", "a"), ids(diagnose(rulebook, TEXT, null)));
  }

  @Test
  void beforeWinsOverTheLongerSignature() {
    Rulebook rulebook =
        Rulebooks.of(
            List.of(),
            rule("a", List.of(signature(Likelihood.LIKELY, says("token"))), List.of(), "b"),
            rule("b", List.of(signature(Likelihood.LIKELY, says("security token is"))), List.of()));
    assertEquals(List.of("a", "b"), ids(diagnose(rulebook, TEXT, null)));
  }

  @Test
  void aCircleOfBeforeStillEnds() {
    Rulebook rulebook =
        Rulebooks.of(
            List.of(),
            rule("a", List.of(signature(Likelihood.LIKELY, says("token"))), List.of(), "b"),
            rule("b", List.of(signature(Likelihood.LIKELY, says("security"))), List.of(), "a"));
    assertEquals(2, ids(diagnose(rulebook, TEXT, null)).size());
  }

  @Test
  void listsAtMostFive() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rules.add(
          rule("cause-" + i, List.of(signature(Likelihood.POSSIBLE, says("token"))), List.of()));
    }
    assertEquals(
        5, ids(diagnose(Rulebooks.of(List.of(), rules.toArray(Rule[]::new)), TEXT, null)).size());
  }

  @Test
  void anErrorOfAnotherSystemIsNotRecognized() {
    Rulebook rulebook =
        Rulebooks.of(
            List.of(),
            rule("ours", List.of(signature(Likelihood.POSSIBLE, says("token"))), List.of()),
            notOurs("theirs", "npm err"));
    Diagnosis diagnosis = diagnose(rulebook, "npm ERR! bad token", null);
    assertFalse(diagnosis.recognized());
    assertNotNull(diagnosis.notOurs());
    assertNull(diagnose(rulebook, TEXT, null).notOurs());
  }

  @Test
  void anErrorOfAnotherSystemDoesNotHideALikelyCause() {
    Rulebook rulebook =
        Rulebooks.of(
            List.of(),
            rule("ours", List.of(signature(Likelihood.LIKELY, says("token"))), List.of()),
            notOurs("theirs", "npm err"));
    assertEquals(List.of("ours"), ids(diagnose(rulebook, "npm ERR! bad token", null)));
  }

  @Test
  void asksTheQuestionThatSplitsAndHearsTheAnswer() {
    var question =
        new QuestionRule(
            "key-kind",
            "AKIA or ASIA?",
            List.of(
                new QuestionRule.AnswerRule(
                    "temporary", "ASIA", Map.of(ConditionKey.KEY, "temporary")),
                new QuestionRule.AnswerRule(
                    "long-term", "AKIA", Map.of(ConditionKey.KEY, "long-term"))));
    Rulebook rulebook =
        Rulebooks.of(
            List.of(question),
            rule(
                "token-missing",
                List.of(signature(Likelihood.POSSIBLE, says("token"))),
                List.of(evidence(Likelihood.LIKELY, "Temporary.", key("temporary")))),
            rule(
                "key-invalid",
                List.of(signature(Likelihood.POSSIBLE, says("token"))),
                List.of(evidence(Likelihood.LIKELY, "Long-term.", key("long-term")))));
    Diagnosis asked = diagnose(rulebook, TEXT, null);
    assertEquals("key-kind", asked.questions().getFirst().id());
    assertEquals(
        List.of("token-missing", "key-invalid"),
        asked.questions().getFirst().answers().stream().map(Question.Answer::causeId).toList());
    Diagnosis answered = diagnose(rulebook, TEXT, null, Map.of("key-kind", "long-term"));
    assertEquals("key-invalid", ids(answered).getFirst());
    assertEquals(List.of(), answered.questions());
    assertEquals(List.of(), diagnose(rulebook, TEXT, "ASIA").questions());
  }
}
