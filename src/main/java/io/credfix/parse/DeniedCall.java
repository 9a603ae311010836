package io.credfix.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The call that a denial refused, where its sentence leaves no doubt: STS refuses
/// `sts:AssumeRoleWithWebIdentity` to nothing but that call, and `error creating IAM Role (x): …
/// iam:CreateRole` names one action twice.
final class DeniedCall {
  /// STS's actions that only the call of their name asks for.
  private static final Set<String> OWN =
      Set.of(
          "sts:AssumeRole",
          "sts:AssumeRoleWithSAML",
          "sts:AssumeRoleWithWebIdentity",
          "sts:GetFederationToken",
          "sts:GetSessionToken");

  /// What tools say that they were doing, with the verb of the operation.
  private static final Map<String, Set<String>> DOING =
      Map.ofEntries(
          Map.entry("creating", Set.of("Create")),
          Map.entry("deleting", Set.of("Delete")),
          Map.entry("updating", Set.of("Update", "Modify")),
          Map.entry("modifying", Set.of("Modify")),
          Map.entry("reading", Set.of("Get", "Describe")),
          Map.entry("describing", Set.of("Describe")),
          Map.entry("listing", Set.of("List")),
          Map.entry("getting", Set.of("Get", "Describe")),
          Map.entry("retrieving", Set.of("Get")),
          Map.entry("fetching", Set.of("Get")),
          Map.entry("putting", Set.of("Put")),
          Map.entry("attaching", Set.of("Attach")),
          Map.entry("detaching", Set.of("Detach")),
          Map.entry("registering", Set.of("Register")),
          Map.entry("publishing", Set.of("Publish")),
          Map.entry("sending", Set.of("Send")),
          Map.entry("starting", Set.of("Start")),
          Map.entry("stopping", Set.of("Stop")),
          Map.entry("invoking", Set.of("Invoke")));

  /// As far in front of the sentence as a tool says what it was doing.
  private static final int REACH = 240;

  private DeniedCall() {}

  /// The operation; null when the sentence may speak of another call's part.
  static @Nullable String operation(ReadableText text, @Nullable DeniedAccess denied) {
    @Nullable String action = denied == null ? null : denied.action();
    if (denied == null || action == null) {
      return null;
    }
    String name = action.substring(action.indexOf(':') + 1);
    if (OWN.contains(action)) {
      return name;
    }
    // S3's actions and operations have different names, and a role is passed by other calls.
    boolean same =
        !action.startsWith("s3:") && !name.equals("PassRole") && KnownCodes.isCompound(name);
    return same && isDone(text, denied.at(), name) ? name : null;
  }

  /// True when the line in front says that a thing of this name was being created, read or deleted.
  private static boolean isDone(ReadableText text, int at, String name) {
    Words words = text.words();
    int verb = 0;
    while (++verb < name.length() && !Characters.isUpper(name.charAt(verb))) {
      // to the next word
    }
    String noun = name.substring(verb).toLowerCase(Locale.ROOT);
    for (int i = text.wordAt(at) - 1; i >= 0 && at - words.start(i) < REACH; i--) {
      Set<String> verbs = DOING.get(words.get(i).text().toLowerCase(Locale.ROOT));
      if (verbs != null && verbs.contains(name.substring(0, verb))) {
        String rest = text.text().substring(words.end(i), at).toLowerCase(Locale.ROOT);
        return rest.replace(" ", "").startsWith(noun) || afterService(rest.replace(" ", ""), noun);
      }
    }
    return false;
  }

  /// `IAM Role`, `CloudWatch Logs Log Group`: the noun stands behind the service's name.
  private static boolean afterService(String rest, String noun) {
    int end = rest.indexOf('(');
    int colon = rest.indexOf(':');
    int limit = end < 0 ? colon : colon < 0 ? end : Math.min(end, colon);
    return (limit < 0 ? rest : rest.substring(0, limit)).endsWith(noun);
  }
}
