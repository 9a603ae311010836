package io.credfix.http;

import java.util.List;

/// Thrown where a request turns out to be wrong; ends as a problem document.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Refusal(Problem problem) {
    // No stack trace: refusals are answers, not faults.
    super(problem.type().slug(), null, false, false);
    this.problem = problem;
  }

  Refusal(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /// A member of the body is wrong.
  Refusal(ProblemType type, String pointer, String detail) {
    this(Problem.of(type, detail, List.of(new Problem.MemberError(pointer, detail))));
  }

  Problem problem() {
    return problem;
  }
}
