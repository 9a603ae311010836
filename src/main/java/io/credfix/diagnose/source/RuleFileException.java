package io.credfix.diagnose.source;

/// A rule file cannot be read any further.
final class RuleFileException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String reason;
  private final String advice;

  RuleFileException(int line, String reason, String advice) {
    super(reason, null, false, false);
    this.line = line;
    this.reason = reason;
    this.advice = advice;
  }

  RuleProblem in(String file) {
    return new RuleProblem(file, line, reason, advice);
  }
}
