package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An ARN as it stands in the text, joined where a line was wrapped inside it.
///
/// @param start index of `arn:`
/// @param end index behind the last character
/// @param value the ARN
/// @param parts its six parts
record ArnToken(int start, int end, String value, List<String> parts) {
  private static final int LONGEST = 600;
  private static final int WIDE = 60;

  /// Words that can begin the line behind an ARN that is whole.
  private static final Set<String> FOLLOWERS =
      Set.of(
          "is", "on", "because", "with", "and", "to", "in", "as", "cannot", "has", "does", "not",
          "for", "from", "at", "the", "status", "was", "or", "when", "must", "could", "by", "of",
          "that", "using");

  /// Every ARN of a text, in order.
  static List<ArnToken> all(ReadableText text) {
    List<ArnToken> found = new ArrayList<>();
    int at = text.find("arn:");
    while (at >= 0) {
      @Nullable ArnToken token = Characters.isWord(text.charAt(at - 1)) ? null : at(text, at);
      if (token != null) {
        found.add(token);
      }
      at = text.find("arn:", token == null ? at + 4 : token.end);
    }
    return found;
  }

  /// The ARN that begins at a place; null when it has no partition and service.
  static @Nullable ArnToken at(ReadableText text, int start) {
    if (!text.text().startsWith("arn:aws", start)) {
      return null;
    }
    var value = new StringBuilder();
    int i = start;
    while (value.length() < LONGEST) {
      char c = text.charAt(i);
      if (Characters.isAlphanumeric(c) || c != 0 && "+=,.@_/:*$-{}<>#".indexOf(c) >= 0) {
        if (c == '<' && text.charAt(i + 1) == '/') {
          break;
        }
        value.append(c);
        i++;
      } else if (c == '\n' && goesOn(text, i, value)) {
        i = text.skipSpace(i);
      } else {
        break;
      }
    }
    String whole = trimmed(value.toString());
    String[] parts = whole.split(":", 6);
    return isArn(parts) ? new ArnToken(start, i, whole, List.of(parts)) : null;
  }

  private static boolean goesOn(ReadableText text, int at, StringBuilder value) {
    int next = text.skipSpace(at);
    if (next - at > 40
        || !Characters.isAlphanumeric(text.charAt(next)) && text.charAt(next) != ':') {
      return false;
    }
    char last = value.charAt(value.length() - 1);
    if (parts(value) < 6 || last == '/' || last == '-' || last == ':') {
      return parts(value) > 1 || last == ':';
    }
    int end = next;
    while (Characters.isAlphanumeric(text.charAt(end))) {
      end++;
    }
    String word = text.text().substring(next, Math.min(end, next + 40));
    int lineStart = text.text().lastIndexOf('\n', at - 1) + 1;
    return at - lineStart >= WIDE && !FOLLOWERS.contains(word) && endsSoon(text, next);
  }

  /// True when what stands at a place is the rest of an ARN: one run of its characters, in front of
  /// the words that follow an ARN.
  private static boolean endsSoon(ReadableText text, int from) {
    int end = from;
    while (end < from + 200
        && (Characters.isAlphanumeric(text.charAt(end))
            || text.charAt(end) != 0 && "+=,.@_/:*-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    if (text.charAt(end) != ' ') {
      return text.charAt(end - 1) != ':';
    }
    int stop = end + 1;
    while (Characters.isLetter(text.charAt(stop)) && stop < end + 20) {
      stop++;
    }
    return FOLLOWERS.contains(text.text().substring(end + 1, stop));
  }

  private static int parts(CharSequence value) {
    int parts = 1;
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == ':') {
        parts++;
      }
    }
    return parts;
  }

  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0 && ".,:;=<#$".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return value.substring(0, end);
  }

  private static boolean isArn(String[] parts) {
    return parts.length == 6
        && parts[1].startsWith("aws")
        && Characters.consistsOf(parts[1], "-")
        && !parts[2].isEmpty()
        && Characters.consistsOf(parts[2], "-")
        && (parts[3].isEmpty() || Characters.consistsOf(parts[3], "-*<>_"))
        && !parts[5].isEmpty();
  }

  /// True when nothing in it is a placeholder that a command line or Markdown could take amiss.
  boolean isPlain() {
    return Characters.consistsOf(value, "+=,.@_/:*-");
  }

  private String part(int number) {
    return parts.get(number);
  }

  String service() {
    return part(2);
  }

  String region() {
    return part(3);
  }

  /// 12 digits; empty when it has none.
  String account() {
    String account = part(4);
    return account.length() == 12 && Characters.isNumber(account) ? account : "";
  }

  /// What stands behind the account.
  String resource() {
    return part(5);
  }
}
