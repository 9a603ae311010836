package io.credfix.diagnose.source;

/// What is wrong with a rule file.
///
/// @param file path relative to the rules folder
/// @param line 1-based; 0 when it concerns the whole file
/// @param reason what is wrong
/// @param advice what to do
public record RuleProblem(String file, int line, String reason, String advice) {
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + reason + " " + advice;
  }
}
