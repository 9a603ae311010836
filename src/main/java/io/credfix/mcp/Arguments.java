package io.credfix.mcp;

import io.credfix.diagnose.ContextMember;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.ErrorTextInput;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.redact.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of a call, checked as at every other door.
final class Arguments {
  private static final int MAX_ANSWERS = 16;
  private static final int MAX_ANSWER_LENGTH = 64;

  private final Map<?, ?> members;

  /// @param known all that the tool takes
  /// @throws ToolException when there are others: their names may be pasted text and are not
  ///   repeated
  Arguments(Map<?, ?> members, List<String> known) throws ToolException {
    for (Object name : members.keySet()) {
      if (!known.contains(name)) {
        throw new ToolException(
            "An argument is unknown. This tool takes " + String.join(", ", known) + ".");
      }
    }
    this.members = members;
  }

  /// A string; null and blank count as left out.
  @Nullable String text(String name) throws ToolException {
    Object value = members.get(name);
    if (value != null && !(value instanceof String)) {
      throw new ToolException(name + ": Expected a string.");
    }
    return value instanceof String text && !text.isBlank() ? text : null;
  }

  /// The error text.
  Submission error() throws ToolException {
    Object value = members.get("error");
    if (!(value instanceof String text)) {
      throw new ToolException("error: Required: the error text, a string.");
    }
    return switch (ErrorTextInput.read(text)) {
      case ErrorTextInput.Accepted accepted -> accepted.submission();
      case ErrorTextInput.Refused refused ->
          throw new ToolException("error: " + refused.reason().sentence());
    };
  }

  /// The key prefix; null when none is stated.
  KeyPrefixInput.@Nullable Accepted keyPrefix() throws ToolException {
    String text = text("keyPrefix");
    if (text == null) {
      return null;
    }
    return switch (KeyPrefixInput.read(text)) {
      case KeyPrefixInput.Accepted accepted -> accepted;
      case KeyPrefixInput.Refused refused ->
          throw new ToolException(
              "keyPrefix: "
                  + refused.detail()
                  + (refused.secret() && !refused.detail().contains("exposed")
                      ? " It looks like a secret: treat it as exposed and replace it."
                      : ""));
    };
  }

  /// What is stated beside the text.
  StatedContext context(@Nullable KeyPrefix key) throws ToolException {
    return new StatedContext(
        key,
        stated(ContextMember.TOOL),
        stated(ContextMember.OS),
        stated(ContextMember.SHELL),
        stated(ContextMember.RUNS_ON),
        stated(ContextMember.REGION),
        answers());
  }

  private @Nullable String stated(ContextMember member) throws ToolException {
    String value = text(member.label());
    if (value != null && !member.accepts(value)) {
      throw new ToolException(member.label() + ": " + member.expectation());
    }
    return value;
  }

  private Map<String, String> answers() throws ToolException {
    Object value = members.get("answers");
    if (value == null) {
      return Map.of();
    }
    Map<String, String> answers = new HashMap<>();
    if (value instanceof Map<?, ?> given && given.size() <= MAX_ANSWERS) {
      given.forEach(
          (question, answer) -> {
            if (isId(question) && isId(answer)) {
              answers.put((String) question, (String) answer);
            }
          });
      if (answers.size() == given.size()) {
        return answers;
      }
    }
    throw new ToolException(
        "answers: Expected the ids of questions, each with the id of one of its answers.");
  }

  private static boolean isId(@Nullable Object value) {
    return value instanceof String text
        && !text.isEmpty()
        && text.length() <= MAX_ANSWER_LENGTH
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }
}
