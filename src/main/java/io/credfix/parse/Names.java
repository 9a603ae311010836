package io.credfix.parse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of errors in the text, also those that a line break cut in two.
final class Names {
  private static final int LONGEST_QUALIFIER = 200;

  /// No terminal breaks lines that are shorter.
  private static final int SHORTEST_BROKEN_LINE = 40;

  /// First words of AWS's messages.
  private static final List<String> BEGINNINGS =
      List.of(
          "The", "User", "Signature", "Credential", "Request", "Access", "Email", "Your", "AWS");

  /// First parts of codes of two parts, besides EC2's `Invalid…`.
  private static final Set<String> QUALIFIERS = Set.of("AuthFailure.", "Client.", "Server.");

  private Names() {}

  /// The name that ends at the word of this number and stands in front of a colon; null when none
  /// does. A word whose beginning went to the line before is joined with it when that makes a known
  /// name.
  static @Nullable Word beforeColon(ReadableText text, int number) {
    int end = text.words().end(number);
    int behind = text.skipSpace(end);
    boolean near = behind - end <= 1 || text.charAt(end) == '\n';
    if (!near || text.charAt(behind) != ':' || ":/".indexOf(text.charAt(behind + 1)) >= 0) {
      return null;
    }
    return dotted(text, joined(text, number));
  }

  /// EC2's codes have two parts: `InvalidKeyPair.NotFound`, `Client.UnauthorizedOperation`.
  private static Word dotted(ReadableText text, Word word) {
    if (text.charAt(word.start() - 1) != '.') {
      return word;
    }
    String qualifier = qualifier(text, word.start());
    boolean first =
        Characters.consistsOf(qualifier, ".")
            && qualifier.indexOf('.') == qualifier.length() - 1
            && (qualifier.startsWith("Invalid") || QUALIFIERS.contains(qualifier));
    return first
        ? new Word(word.start() - qualifier.length(), word.end(), qualifier + word.text())
        : word;
  }

  /// The word of this number, joined with the one before or behind it where only a line break
  /// stands between them and the whole is a known name.
  static Word joined(ReadableText text, int number) {
    Words words = text.words();
    Word word = words.get(number);
    if (number > 0 && isOnlyBreak(text, words.end(number - 1), word.start())) {
      Word before = words.get(number - 1);
      String name = before.text() + word.text();
      boolean whole = KnownCodes.isDistinct(word.text()) || isSentence(text, before, word);
      boolean end = Characters.isLower(word.text().charAt(0)) || isWrappedEnd(text, before, word);
      if (!whole && KnownCodes.isKnown(name)
          || end
              && KnownCodes.isExceptionClass(name)
              && !KnownCodes.isDistinct(before.text())
              && Characters.isUpper(name.charAt(0))) {
        return new Word(before.start(), word.end(), name);
      }
      if (KnownCodes.isExceptionClass(name)
          && isAws(qualifier(text, before.start()))
          && !KnownCodes.isExceptionClass(before.text())) {
        return new Word(before.start(), word.end(), name);
      }
    }
    return word;
  }

  /// `Access` and `Denied` on the next line are two words of a sentence rather than the code
  /// `AccessDenied`, unless what follows a code follows.
  private static boolean isSentence(ReadableText text, Word before, Word word) {
    char next = text.charAt(word.end());
    return before.text().equals("Access")
        && word.text().equals("Denied")
        && next != ':'
        && next != ')'
        && next != '"'
        && next != '<';
  }

  /// `…Exc` and `Error` on the next line: only where the line was long enough to be broken. Behind
  /// a short line `Error:` begins a sentence of its own.
  private static boolean isWrappedEnd(ReadableText text, Word before, Word word) {
    int line = text.text().lastIndexOf('\n', before.start()) + 1;
    return word.text().length() < 7 && before.end() - line >= SHORTEST_BROKEN_LINE;
  }

  /// The code at the beginning of a word that a client glued to its message:
  /// `InvalidClientTokenIdThe security token …`.
  static Word apart(Word word) {
    int length = apart(word.text()).length();
    return length == word.text().length()
        ? word
        : new Word(word.start(), word.start() + length, word.text().substring(0, length));
  }

  /// The same of a name alone.
  static String apart(String name) {
    for (String beginning : BEGINNINGS) {
      int length = name.length() - beginning.length();
      if (length > 6
          && name.endsWith(beginning)
          && KnownCodes.isDistinct(name.substring(0, length))) {
        return name.substring(0, length);
      }
    }
    return name;
  }

  private static boolean isOnlyBreak(ReadableText text, int from, int to) {
    if (to - from > 40 || text.charAt(from) != '\n') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /// The namespace in front of a name, its last separator included: `com.amazonaws.`,
  /// `Aws::S3::Errors::`, `Aws\S3\Exception\`; empty when there is none.
  static String qualifier(ReadableText text, int nameStart) {
    String own = text.text().substring(qualifierStart(text, nameStart), nameStart);
    int line = nameStart - own.length() - 1;
    if (own.length() > 1 && text.charAt(line) == '\n' && !isAws(own)) {
      // A terminal may have broken the line inside the namespace.
      String whole = text.text().substring(qualifierStart(text, line), line) + own;
      return isAws(whole) ? whole : own;
    }
    return own.length() > 1 ? own : "";
  }

  private static int qualifierStart(ReadableText text, int nameStart) {
    int start = nameStart;
    int floor = Math.max(0, nameStart - LONGEST_QUALIFIER);
    while (start > floor) {
      char c = text.charAt(start - 1);
      boolean separator = c == '.' || c == '\\' || c == '$' || c == '+';
      if (c == ':' && text.charAt(start - 2) == ':') {
        start -= 2;
      } else if (separator
          || Characters.isWord(c) && (start < nameStart || text.charAt(start) == '\n')) {
        start--;
      } else {
        break;
      }
    }
    return Math.max(start, 0);
  }

  /// True for the namespaces of AWS's SDKs, and of Hadoop's connector to S3.
  static boolean isAws(String qualifier) {
    return qualifier.startsWith("botocore.")
        || qualifier.startsWith("boto3.")
        || qualifier.startsWith("awscli.")
        || qualifier.contains("com.amazonaws.")
        || qualifier.contains("software.amazon.awssdk.")
        || qualifier.startsWith("Amazon.")
        || qualifier.startsWith("Aws::")
        || qualifier.startsWith("Aws\\")
        || qualifier.startsWith("\\Aws\\")
        || qualifier.startsWith("aws_")
        || qualifier.startsWith("aws.smithy.")
        || qualifier.startsWith("aws.sdk.kotlin.")
        || qualifier.startsWith("org.apache.hadoop.fs.s3a.");
  }
}
