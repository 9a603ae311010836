package io.credfix.check;

import io.credfix.Explainer;
import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.diagnose.source.ErrorCase;
import io.credfix.diagnose.source.RuleProblem;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.redact.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the `error` blocks of rule and case files through the whole path.
public final class CaseRunner {
  private final Explainer explainer;

  /// @param rulebook the rules to prove
  public CaseRunner(Rulebook rulebook) {
    explainer = new Explainer(rulebook);
  }

  /// What is not as a case expects.
  public List<RuleProblem> run(List<ErrorCase> cases) {
    List<RuleProblem> problems = new ArrayList<>();
    for (ErrorCase errorCase : cases) {
      String complaint = complaint(errorCase);
      if (!complaint.isEmpty()) {
        problems.add(
            new RuleProblem(
                errorCase.file(), errorCase.line(), complaint, "Correct the rule or the case."));
      }
    }
    return problems;
  }

  private String complaint(ErrorCase errorCase) {
    @Nullable KeyPrefix key = null;
    if (errorCase.attributes().containsKey("key")) {
      switch (KeyPrefixInput.read(errorCase.attributes().getOrDefault("key", ""))) {
        case KeyPrefixInput.Accepted accepted -> key = accepted.prefix();
        case KeyPrefixInput.Refused refused -> {
          return "`key=` is no key prefix. " + refused.detail();
        }
      }
    }
    Diagnosis diagnosis =
        explainer
            .explain(Submission.of(errorCase.text()), context(errorCase.attributes(), key), false)
            .diagnosis();
    List<String> found = diagnosis.causes().stream().map(c -> c.cause().id()).toList();
    String read = readComplaint(errorCase, diagnosis);
    if (!read.isEmpty()) {
      return read;
    }
    String id = errorCase.causeId();
    boolean right =
        switch (errorCase.expect()) {
          case "first" -> !found.isEmpty() && found.getFirst().equals(id);
          case "listed" -> found.contains(id);
          case "absent" -> !found.contains(id);
          default -> found.isEmpty();
        };
    return right
        ? ""
        : "Expected `%s` to be %s; found %s."
            .formatted(id, errorCase.expect(), found.isEmpty() ? "no cause" : found);
  }

  private static String readComplaint(ErrorCase errorCase, Diagnosis diagnosis) {
    String code = errorCase.attributes().get("code");
    if (code != null && !code.equals(diagnosis.report().primary().code())) {
      return "Expected code `%s`; read `%s`.".formatted(code, diagnosis.report().primary().code());
    }
    String operation = errorCase.attributes().get("operation");
    if (operation != null && !operation.equals(diagnosis.report().primary().operation())) {
      return "Expected operation `%s`; read `%s`."
          .formatted(operation, diagnosis.report().primary().operation());
    }
    return "";
  }

  private static StatedContext context(Map<String, String> attributes, @Nullable KeyPrefix key) {
    String answer = attributes.getOrDefault("answer", "");
    int slash = answer.indexOf('/');
    return new StatedContext(
        key,
        attributes.get("tool"),
        attributes.get("os"),
        attributes.get("shell"),
        attributes.get("runs-on"),
        attributes.get("region"),
        slash < 0 ? Map.of() : Map.of(answer.substring(0, slash), answer.substring(slash + 1)));
  }
}
