package io.credfix.http;

import io.credfix.diagnose.ContextMember;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.ErrorTextInput;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.redact.Submission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gathers the members of a submission from whichever body carries them, with all that is wrong
/// with them. One per call.
final class Draft {
  private static final int MAX_ANSWERS = 16;
  private static final int MAX_ANSWER_LENGTH = 64;

  private final Map<ContextMember, String> context = new EnumMap<>(ContextMember.class);
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> keyPrefixes = new ArrayList<>(1);
  private final List<Problem.MemberError> errors = new ArrayList<>();
  private @Nullable String error;

  void error(String text) {
    error = text;
  }

  /// A blank one counts as none: a form sends the field empty. The last one counts, but each must
  /// be one: a secret is told of wherever it was sent.
  void keyPrefix(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      keyPrefixes.add(text);
    }
  }

  void context(ContextMember member, String value, String pointer) {
    if (member.accepts(value)) {
      context.put(member, value);
    } else {
      wrong(pointer, member.expectation());
    }
  }

  void answer(String question, String answer, String pointer) {
    if (answers.size() >= MAX_ANSWERS || !isId(question) || !isId(answer)) {
      wrong(pointer, "Expected the ids of a question and of one of its answers.");
    } else {
      answers.put(question, answer);
    }
  }

  /// Something stands where it cannot.
  void wrong(String pointer, String detail) {
    errors.add(new Problem.MemberError(pointer, detail));
  }

  /// The submission.
  ///
  /// @throws Refusal naming every wrong member
  Submitted finish() throws Refusal {
    Submission submission = submission();
    if (!errors.isEmpty()) {
      throw new Refusal(
          Problem.of(
              ProblemType.INVALID_MEMBER,
              errors.size() == 1
                  ? errors.getFirst().detail()
                  : errors.size() + " members have wrong values.",
              errors));
    }
    KeyPrefix key = null;
    boolean cut = false;
    for (String keyPrefix : keyPrefixes) {
      // No switch over types: its code would be made at run time, while the first answer waits.
      KeyPrefixInput read = KeyPrefixInput.read(keyPrefix);
      if (read instanceof KeyPrefixInput.Refused refused) {
        throw refusal(refused);
      }
      if (read instanceof KeyPrefixInput.Accepted accepted) {
        key = accepted.prefix();
        cut = accepted.cut();
      }
    }
    return new Submitted(
        Objects.requireNonNull(submission),
        new StatedContext(
            key,
            context.get(ContextMember.TOOL),
            context.get(ContextMember.OS),
            context.get(ContextMember.SHELL),
            context.get(ContextMember.RUNS_ON),
            context.get(ContextMember.REGION),
            answers),
        cut);
  }

  private @Nullable Submission submission() throws Refusal {
    if (error == null) {
      if (errors.stream().noneMatch(wrong -> wrong.pointer().equals("/error"))) {
        wrong("/error", "Required: the error text.");
      }
      return null;
    }
    ErrorTextInput read = ErrorTextInput.read(error);
    if (read instanceof ErrorTextInput.Accepted accepted) {
      return accepted.submission();
    }
    if (read instanceof ErrorTextInput.Refused refused) {
      ErrorTextInput.Reason reason = refused.reason();
      if (reason == ErrorTextInput.Reason.TOO_LARGE) {
        throw new Refusal(ProblemType.BODY_TOO_LARGE, "/error", reason.sentence());
      }
      wrong("/error", reason.sentence());
    }
    return null;
  }

  private static Refusal refusal(KeyPrefixInput.Refused refused) {
    String detail = refused.detail();
    if (refused.secret() && !detail.contains("exposed")) {
      detail += " It looks like a secret: treat it as exposed and replace it.";
    }
    return new Refusal(ProblemType.KEY_PREFIX_REFUSED, "/keyPrefix", detail);
  }

  private static boolean isId(String text) {
    if (text.isEmpty() || text.length() > MAX_ANSWER_LENGTH) {
      return false;
    }
    return text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }
}
