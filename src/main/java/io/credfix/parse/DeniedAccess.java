package io.credfix.parse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who was denied what, by which policy. Source of the wordings: IAM User Guide, "Troubleshoot
/// access denied error messages".
///
/// @param at where the denial stands in the text
/// @param denial how it is worded
/// @param principal ARN of who was denied, or `anonymous`
/// @param action the IAM action
/// @param resource an ARN, or AWS's words for it
/// @param policyType the layer that is named
/// @param policyArn the policy that is named
record DeniedAccess(
    int at,
    Denial denial,
    @Nullable String principal,
    @Nullable String action,
    @Nullable String resource,
    @Nullable PolicyType policyType,
    @Nullable String policyArn) {
  private static final int REACH = 1500;

  /// How a denial is introduced, in lower case without blanks; the longer forms first.
  private static final List<String> PHRASES =
      List.of(
          "notauthorizedtoperform",
          "notauthorizedtoassumeiamrole",
          "notallowedtoexecute",
          "notauthorizedtoaccessthisresource",
          "notauthorizedtoaccessresource");

  private static final Map<String, PolicyType> TYPES =
      Map.of(
          "identity-basedpolicy", PolicyType.IDENTITY,
          "resource-basedpolicy", PolicyType.RESOURCE,
          "permissionsboundary", PolicyType.PERMISSIONS_BOUNDARY,
          "sessionpolicy", PolicyType.SESSION,
          "servicecontrolpolicy", PolicyType.SCP,
          "resourcecontrolpolicy", PolicyType.RCP,
          "vpcendpointpolicy", PolicyType.VPC_ENDPOINT,
          "roletrustpolicy", PolicyType.ROLE_TRUST);

  /// The denial that stands nearest to a place, and says most; null when the text holds none.
  static @Nullable DeniedAccess read(ReadableText text, int near) {
    String dense = text.denseLower();
    @Nullable DeniedAccess best = null;
    int reads = 0;
    for (String phrase : PHRASES) {
      int at = dense.indexOf(phrase);
      while (at >= 0 && reads++ < 100) {
        DeniedAccess found = at(text, dense, at, at + phrase.length());
        if (best == null || found.beats(best, near)) {
          best = found;
        }
        at = dense.indexOf(phrase, at + phrase.length());
      }
    }
    return best != null ? best : bare(text, dense);
  }

  private boolean beats(DeniedAccess other, int near) {
    if ((action == null) != (other.action == null)) {
      return action != null;
    }
    return Math.abs(at - near) < Math.abs(other.at - near);
  }

  /// A policy layer without the rest of the sentence.
  private static @Nullable DeniedAccess bare(ReadableText text, String dense) {
    int at = dense.indexOf("explicitdeny");
    return at < 0
        ? null
        : new DeniedAccess(
            text.inText(at), Denial.EXPLICIT, null, null, null, type(dense, at + 12, 60), null);
  }

  private static DeniedAccess at(ReadableText text, String dense, int at, int behind) {
    int from = behind;
    while (from < dense.length() && ":[(\"'`".indexOf(dense.charAt(from)) >= 0) {
      from++;
    }
    @Nullable String action = action(text, from);
    int afterAction = action == null ? behind : from + action.length();
    int limit = Math.min(dense.length(), afterAction + REACH);
    int next = within(dense, "notauthorized", afterAction, limit);
    limit = next < 0 ? limit : next;
    int explicit = within(dense, "explicitdeny", afterAction, limit);
    int implicit = within(dense, "becauseno", afterAction, limit);
    Denial denial =
        explicit >= 0 ? Denial.EXPLICIT : implicit >= 0 ? Denial.IMPLICIT : Denial.UNEXPLAINED;
    int typed = explicit >= 0 ? explicit + 12 : implicit + 9;
    @Nullable PolicyType type =
        denial == Denial.UNEXPLAINED ? null : type(dense, typed, explicit >= 0 ? 40 : 30);
    return new DeniedAccess(
        text.inText(at),
        denial,
        principal(text, dense, at),
        action,
        resource(
            text, dense, afterAction, explicit >= 0 ? explicit : implicit >= 0 ? implicit : limit),
        type,
        explicit >= 0 ? policyArn(text, explicit, limit) : null);
  }

  private static int within(String dense, String phrase, int from, int limit) {
    int end = Math.min(dense.length(), limit + phrase.length() - 1);
    return from < end ? dense.indexOf(phrase, from, end) : -1;
  }

  private static @Nullable PolicyType type(String dense, int from, int reach) {
    String window = dense.substring(from, Math.min(dense.length(), from + reach));
    @Nullable PolicyType type = null;
    int first = Integer.MAX_VALUE;
    for (Map.Entry<String, PolicyType> entry : TYPES.entrySet()) {
      int at = window.indexOf(entry.getKey());
      if (at >= 0 && at < first) {
        first = at;
        type = entry.getValue();
      }
    }
    return type;
  }

  /// `ec2:RunInstances`, at a place of the dense text; a line break inside it does no harm.
  private static @Nullable String action(ReadableText text, int from) {
    String dense = text.dense();
    int end = from;
    int colon = -1;
    while (end < dense.length() && end - from < 120) {
      char c = dense.charAt(end);
      boolean part = Characters.isAlphanumeric(c) || c == '*' || c == '-' && colon < 0;
      if (end > from && (text.blankBefore(end) || text.breakBefore(end) && isFollower(text, end))) {
        break;
      }
      if (c == ':' && colon < 0) {
        colon = end;
      } else if (!part) {
        break;
      }
      end++;
    }
    return colon > from
            && end > colon + 1
            && Characters.isLower(dense.charAt(from))
            && !dense.startsWith("arn:", from)
        ? dense.substring(from, end)
        : null;
  }

  private static boolean isFollower(ReadableText text, int denseIndex) {
    String plain = text.text();
    int at = text.inText(denseIndex);
    for (String word : List.of("on ", "on\n", "with ", "because ", "status ", "at ")) {
      if (plain.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  /// What stands between `User:` or `Principal` and `is not`.
  private static @Nullable String principal(ReadableText text, String dense, int at) {
    int end = dense.startsWith("is", at - 2) ? at - 2 : at;
    int floor = Math.max(0, end - 500);
    int user = last(dense, "user:", floor, end);
    int start = user >= 0 ? user + 5 : -1;
    if (start < 0) {
      int other =
          Math.max(last(dense, "principal[", floor, end), last(dense, "principal:", floor, end));
      start = other >= 0 ? other + 10 : -1;
    }
    if (start < 0 || start >= end) {
      int arn = end < at ? last(dense, "arn:aws", floor, end) : -1;
      @Nullable ArnToken token = arn < 0 ? null : ArnToken.at(text, text.inText(arn));
      start = token != null && text.inDense(token.end()) == end ? arn : -1;
    }
    if (start < 0 || start >= end) {
      return null;
    }
    String value = text.dense().substring(start, end);
    while (!value.isEmpty() && "]\"'`,".indexOf(value.charAt(value.length() - 1)) >= 0) {
      value = value.substring(0, value.length() - 1);
    }
    while (!value.isEmpty() && "[\"'`".indexOf(value.charAt(0)) >= 0) {
      value = value.substring(1);
    }
    boolean identity =
        value.startsWith("arn:aws")
            || value.equals("anonymous")
            || value.endsWith(".amazonaws.com");
    return identity && Characters.consistsOf(value, "+=,.@_/:*-<>#") ? value : null;
  }

  /// The last place of a mark from `end` back to `floor`; -1 when it does not stand there.
  private static int last(String dense, String mark, int floor, int end) {
    int at = end;
    while (at >= floor && !dense.startsWith(mark, at)) {
      at--;
    }
    return at < floor ? -1 : at;
  }

  private static @Nullable String resource(ReadableText text, String dense, int from, int limit) {
    int on = within(dense, "onresource", from, Math.min(limit, from + 20));
    if (on < 0) {
      int iam = within(dense, "arn:", from, Math.min(limit, from + 3));
      return iam < 0 ? null : arn(text, iam);
    }
    int start = on + "onresource".length();
    while (start < limit && ":\"'[(`".indexOf(dense.charAt(start)) >= 0) {
      start++;
    }
    if (start >= limit) {
      return null;
    }
    if (dense.startsWith("arn:", start)) {
      return arn(text, start);
    }
    return words(text, text.inText(start), text.inText(limit));
  }

  private static @Nullable String arn(ReadableText text, int dense) {
    @Nullable ArnToken token = ArnToken.at(text, text.inText(dense));
    return token == null ? null : token.value();
  }

  /// `user vault`, `role NAME`, `access key ID`, `*`: AWS's own words for a resource.
  private static @Nullable String words(ReadableText text, int from, int limit) {
    int end = from;
    int blanks = 0;
    while (end < limit && end - from < 200) {
      char c = text.charAt(end);
      if (c == ' ' && ++blanks > 2 || c == '\n' || c == ' ' && startsClause(text, end + 1)) {
        break;
      }
      if (!Characters.isAlphanumeric(c) && " +=.@_/:*-".indexOf(c) < 0) {
        break;
      }
      end++;
    }
    String words = text.text().substring(from, end).strip();
    while (words.endsWith(".") || words.endsWith(":")) {
      words = words.substring(0, words.length() - 1);
    }
    return words.isEmpty() ? null : words;
  }

  private static boolean startsClause(ReadableText text, int at) {
    return text.text().startsWith("with ", at)
        || text.text().startsWith("because ", at)
        || text.text().startsWith("(", at);
  }

  private static @Nullable String policyArn(ReadableText text, int explicit, int limit) {
    int end = Math.min(limit, explicit + 120);
    int at = text.findDense(":arn:aws", explicit);
    return at >= 0 && at < end ? arn(text, at + 1) : null;
  }
}
