package io.credfix.diagnose.source;

import io.credfix.diagnose.ConditionKey;
import io.credfix.diagnose.QuestionRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `questions.yaml`: a mapping of question id to its text and its answers; an answer has a
/// text and the conditions it stands for.
final class QuestionFile {
  private QuestionFile() {}

  static List<QuestionRule> read(String text) throws RuleFileException {
    List<QuestionRule> questions = new ArrayList<>();
    for (Map.Entry<String, Node> entry : FrontMatter.read(text, 1).entrySet()) {
      Map<String, Node> question = FrontMatter.mapping(entry.getValue());
      Node answers = question.get("answers");
      Node words = question.get("text");
      if (answers == null || words == null) {
        throw new RuleFileException(
            FrontMatter.line(entry.getValue()),
            "A question needs `text` and `answers`.",
            "Add what is missing.");
      }
      List<QuestionRule.AnswerRule> read = new ArrayList<>();
      for (Map.Entry<String, Node> answer : FrontMatter.mapping(answers).entrySet()) {
        read.add(answer(entry.getKey(), answer));
      }
      questions.add(new QuestionRule(entry.getKey(), FrontMatter.text(words), read));
    }
    return questions;
  }

  private static QuestionRule.AnswerRule answer(String question, Map.Entry<String, Node> answer)
      throws RuleFileException {
    String words = "";
    Map<ConditionKey, String> sets = new EnumMap<>(ConditionKey.class);
    for (Map.Entry<String, Node> part : FrontMatter.mapping(answer.getValue()).entrySet()) {
      if (part.getKey().equals("text")) {
        words = FrontMatter.text(part.getValue());
      } else {
        ConditionKey key =
            ConditionKey.of(part.getKey())
                .orElseThrow(
                    () ->
                        new RuleFileException(
                            FrontMatter.line(part.getValue()),
                            "There is no condition `" + part.getKey() + "`.",
                            "Use one of: " + String.join(", ", ConditionKey.labels()) + "."));
        sets.put(key, FrontMatter.text(part.getValue()));
      }
    }
    sets.put(ConditionKey.ANSWER, question + "/" + answer.getKey());
    return new QuestionRule.AnswerRule(answer.getKey(), words, sets);
  }
}
