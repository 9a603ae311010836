package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;

/// AWS SDK for Ruby: `MESSAGE (Aws::STS::Errors::CODE)` or `Aws::STS::Errors::CODE: MESSAGE`.
/// Faults in the client are `Aws::Errors::CLASS`.
final class RubyDialect implements Dialect {
  private static final String ERRORS = "::Errors::";
  private static final int REACH = 1500;

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    int at = text.findDense(ERRORS);
    while (at >= 0) {
      read(text, at, findings);
      at = text.findDense(ERRORS, at + ERRORS.length());
    }
    return findings;
  }

  private static void read(ReadableText text, int at, List<Finding> findings) {
    String code = Names.apart(text.denseWord(at + ERRORS.length(), 100));
    int start = at;
    while (start > 0 && at - start < 40 && isPath(text.dense().charAt(start - 1))) {
      start--;
    }
    String path = text.dense().substring(start, at);
    int aws = Math.max(path.lastIndexOf("Aws"), path.lastIndexOf("AWS"));
    if (aws < 0 || !KnownCodes.looksLikeCode(code)) {
      return;
    }
    boolean client = path.length() == aws + 3 || path.endsWith("::Sigv4");
    int from = text.inText(start + aws);
    int behind = at + ERRORS.length() + code.length();
    char next = behind < text.dense().length() ? text.dense().charAt(behind) : '\0';
    var finding =
        new Finding(from, client ? Strength.CLIENT : Strength.ANSWER)
            .code(code)
            .service(
                client ? null : ServiceNames.of(path.substring(Math.min(path.length(), aws + 5))))
            .tool("ruby-sdk");
    if (next == ':') {
      finding.message(text.inText(behind) + 1);
    } else if (next == ')') {
      before(text, from, finding);
    }
    findings.add(finding);
  }

  private static boolean isPath(char c) {
    return Characters.isWord(c) || c == ':';
  }

  /// The sentence of the line in front of the parenthesis, behind its stack frame.
  private static void before(ReadableText text, int at, Finding finding) {
    String near = text.text().substring(Math.max(0, at - REACH), at);
    int end = near.lastIndexOf('(');
    if (end > 0) {
      int frame = near.lastIndexOf("': ", end);
      int start = Math.max(near.lastIndexOf('\n', end) + 1, frame < 0 ? 0 : frame + 3);
      finding.message(at - near.length() + start, at - near.length() + end);
    }
  }
}
