package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the question that splits the remaining causes best: each answer is tried, and a question
/// is worth asking when its answers put different causes first.
final class Questions {
  private static final int MAX_QUESTIONS = 2;

  private final Rulebook rulebook;
  private final PlaceholderValues values;

  Questions(Rulebook rulebook, PlaceholderValues values) {
    this.rulebook = rulebook;
    this.values = values;
  }

  /// The facts that the caller's answers stand for.
  static Map<ConditionKey, String> stated(Rulebook rulebook, StatedContext context) {
    Map<ConditionKey, String> facts = new EnumMap<>(ConditionKey.class);
    for (QuestionRule question : rulebook.questions()) {
      String given = context.answers().get(question.id());
      for (QuestionRule.AnswerRule answer : question.answers()) {
        if (answer.id().equals(given)) {
          facts.putAll(answer.sets());
        }
      }
    }
    return facts;
  }

  /// What to ask of a paste whose first cause is not certain.
  List<Question> ask(Observation observation, Ranking ranking, StatedContext context) {
    record Scored(Question question, int split) {}
    List<Scored> worth = new ArrayList<>();
    for (QuestionRule rule : rulebook.questions()) {
      if (context.answers().containsKey(rule.id()) || isKnown(rule, observation)) {
        continue;
      }
      Question question = tried(rule, observation, ranking);
      Set<String> firsts = new HashSet<>();
      question.answers().forEach(answer -> firsts.add(answer.causeId()));
      if (firsts.size() > 1) {
        worth.add(new Scored(question, firsts.size()));
      }
    }
    return worth.stream()
        .sorted(Comparator.comparingInt(Scored::split).reversed())
        .limit(MAX_QUESTIONS)
        .map(Scored::question)
        .toList();
  }

  private static boolean isKnown(QuestionRule rule, Observation observation) {
    for (QuestionRule.AnswerRule answer : rule.answers()) {
      for (ConditionKey key : answer.sets().keySet()) {
        Set<String> known = observation.values(key);
        if (!known.isEmpty() && !known.contains("unknown") && !known.contains("none")) {
          return true;
        }
      }
    }
    return false;
  }

  private Question tried(QuestionRule rule, Observation observation, Ranking ranking) {
    List<Question.Answer> answers = new ArrayList<>();
    for (QuestionRule.AnswerRule answer : rule.answers()) {
      List<Ranking.Entry> entries =
          ranking.supposing(observation.supposing(answer.sets()), answer.sets().keySet()).first(1);
      if (!entries.isEmpty()) {
        Cause first = entries.getFirst().rule().cause();
        answers.add(
            new Question.Answer(
                answer.id(),
                values.fill(answer.text()),
                first.id(),
                "Then the first suspect is: " + first.title() + "."));
      }
    }
    return new Question(rule.id(), values.fill(rule.text()), answers);
  }
}
