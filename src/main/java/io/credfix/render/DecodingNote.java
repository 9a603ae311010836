package io.credfix.render;

import io.credfix.diagnose.Fix;

/// Tells whether the encoded message was decoded, why not, and the command that does it.
final class DecodingNote {
  private static final String OPERATION = "aws sts decode-authorization-message";
  private static final String COMMAND =
      """

      With credentials of the account that the error comes from:

      ```bash
      aws sts decode-authorization-message --encoded-message 'ENCODED_MESSAGE' --query DecodedMessage --output text
      ```
      """;

  private DecodingNote() {}

  /// Markdown; empty when nothing was tried.
  static String markdown(Explanation explanation) {
    Decoding decoding = explanation.decoding();
    if (decoding == Decoding.NOT_TRIED || decoding == Decoding.DECODED) {
      return decoding.sentence();
    }
    return decoding.sentence() + (isShown(explanation) ? "" : "\n" + COMMAND);
  }

  /// True when the first cause's own fix has the command.
  private static boolean isShown(Explanation explanation) {
    var causes = explanation.diagnosis().causes();
    return !causes.isEmpty()
        && causes.getFirst().fixes().stream()
            .map(Fix::markdown)
            .anyMatch(text -> text.contains(OPERATION));
  }
}
