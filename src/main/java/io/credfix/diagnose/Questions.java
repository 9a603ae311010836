package io.credfix.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  List<Question> ask(Observation observation, Judgement judgement, StatedContext context) {
    record Scored(QuestionRule rule, List<@Nullable Cause> firsts, int split) {}
    List<Scored> worth = new ArrayList<>();
    for (QuestionRule rule : rulebook.questions()) {
      if (context.answers().containsKey(rule.id()) || isKnown(rule, observation)) {
        continue;
      }
      List<@Nullable Cause> firsts = new ArrayList<>(rule.answers().size());
      Set<String> ids = new HashSet<>();
      for (QuestionRule.AnswerRule answer : rule.answers()) {
        @Nullable Cause first = first(answer, observation, judgement);
        firsts.add(first);
        if (first != null) {
          ids.add(first.id());
        }
      }
      if (ids.size() > 1) {
        worth.add(new Scored(rule, firsts, ids.size()));
      }
    }
    worth.sort(Comparator.comparingInt(Scored::split).reversed());
    List<Question> questions = new ArrayList<>();
    for (Scored scored : worth.subList(0, Math.min(worth.size(), MAX_QUESTIONS))) {
      questions.add(question(scored.rule(), scored.firsts()));
    }
    return questions;
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

  /// The first cause if the answer were given.
  private static @Nullable Cause first(
      QuestionRule.AnswerRule answer, Observation observation, Judgement judgement) {
    Ranking ranking = judgement.supposing(observation, answer.sets());
    @Nullable Rule first = ranking.first();
    return first == null ? null : first.cause();
  }

  private Question question(QuestionRule rule, List<@Nullable Cause> firsts) {
    List<Question.Answer> answers = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      @Nullable Cause first = firsts.get(i);
      if (first != null) {
        QuestionRule.AnswerRule answer = rule.answers().get(i);
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
