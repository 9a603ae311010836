package io.credfix.diagnose;

import java.util.List;
import java.util.Map;

/// A question that the rulebook can ask, as data: each answer sets facts, and what it would mean is
/// found by diagnosing with them.
///
/// @param id public name
/// @param text the question
/// @param answers at least two
public record QuestionRule(String id, String text, List<AnswerRule> answers) {
  /// Copies the list.
  public QuestionRule {
    answers = List.copyOf(answers);
  }

  /// One answer.
  ///
  /// @param id public name
  /// @param text as shown
  /// @param sets the facts it stands for
  public record AnswerRule(String id, String text, Map<ConditionKey, String> sets) {
    /// Copies the map.
    public AnswerRule {
      sets = Map.copyOf(sets);
    }
  }
}
