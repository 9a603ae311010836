package io.credfix.diagnose;

import java.util.List;

/// A question whose answer would decide between the remaining causes.
///
/// @param id public name, such as `key-kind`
/// @param text the question
/// @param answers what each answer would mean
public record Question(String id, String text, List<Answer> answers) {
  /// Copies the list.
  public Question {
    answers = List.copyOf(answers);
  }

  /// One answer.
  ///
  /// @param id public name
  /// @param text the answer as shown
  /// @param causeId the cause that would then come first
  /// @param meaning a sentence: what the answer would mean
  public record Answer(String id, String text, String causeId, String meaning) {}
}
