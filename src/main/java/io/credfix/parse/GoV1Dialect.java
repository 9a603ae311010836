package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// AWS SDK for Go v1: `CODE: MESSAGE`, then `status code: 403, request id: …` on a line of its own.
final class GoV1Dialect implements Dialect {
  private static final String STATUS = "statuscode:";
  private static final int REACH = 3000;

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    String dense = text.dense();
    int floor = 0;
    int at = text.findDense(STATUS);
    while (at >= 0) {
      String rest = dense.substring(at, Math.min(dense.length(), at + 200));
      if (rest.contains(",requestid:")) {
        findings.add(read(text, Math.max(floor, at - REACH), at, rest));
        floor = at;
      }
      at = text.findDense(STATUS, at + STATUS.length());
    }
    return findings;
  }

  private static Finding read(ReadableText text, int from, int at, String rest) {
    int end = text.inText(at);
    @Nullable Word code = code(text, text.inText(from), end);
    var finding =
        new Finding(
                code == null ? end : code.start(), code == null ? Strength.DETAIL : Strength.ANSWER)
            .status(Fields.behind(rest, STATUS, 3))
            .requestId(Fields.behind(rest, "requestid:", 80))
            .tool("go-sdk");
    if (code != null) {
      int colon = text.text().indexOf(':', code.end());
      finding.code(code.text()).message(colon + 1, end);
      if (rest.contains(",hostid:")) {
        finding.service("s3");
      }
    }
    return finding;
  }

  /// The last well-known code before the status line; else the first name that could be one.
  private static @Nullable Word code(ReadableText text, int from, int end) {
    @Nullable Word first = null;
    @Nullable Word known = null;
    Words words = text.words();
    for (int i = text.wordAt(from); i < words.size() && words.end(i) < end; i++) {
      @Nullable Word word = Names.beforeColon(text, i);
      if (word == null || !KnownCodes.looksLikeCode(word.text())) {
        continue;
      }
      if (known != null && word.text().equals("EC2MetadataError")) {
        // It only says that the request failed; the code in front says which.
        continue;
      }
      if (KnownCodes.isKnown(word.text()) || KnownCodes.isExceptionClass(word.text())) {
        known = word;
        first = null;
      } else if (known == null && first == null && KnownCodes.isCompound(word.text())) {
        first = word;
      } else if (known == null && first == null && repeats(text, word)) {
        first = word;
      }
    }
    return known != null ? known : first;
  }

  /// `Forbidden: Forbidden`, as a HEAD request without a body gives it.
  private static boolean repeats(ReadableText text, Word word) {
    int behind = text.skipSpace(word.end() + 1);
    return text.text().startsWith(word.text(), behind);
  }
}
