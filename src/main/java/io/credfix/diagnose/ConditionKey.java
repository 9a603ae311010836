package io.credfix.diagnose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a condition of a rule file can ask for; the table of docs/rules.md.
public enum ConditionKey {
  CODE("code", Match.WORD),
  SAYS("says", Match.PHRASE),
  AND_SAYS("and-says", Match.PHRASE),
  ALSO_SAYS("also-says", Match.PHRASE),
  MATCHES("matches", Match.REGEX),
  OPERATION("operation", Match.EXACT),
  SERVICE("service", Match.EXACT),
  STATUS("status", Match.EXACT),
  REGION("region", Match.EXACT),
  TOOL("tool", Match.EXACT),
  RUNS_ON("runs-on", Match.EXACT, "workstation", "ec2", "ecs", "eks", "lambda", "ci"),
  OS("os", Match.EXACT, "linux", "macos", "windows"),
  SHELL("shell", Match.EXACT, "bash", "zsh", "fish", "powershell", "cmd"),
  KEY(
      "key",
      Match.EXACT,
      "temporary",
      "long-term",
      "documentation",
      "emulator",
      "not-a-key",
      "unknown"),
  TOKEN("token", Match.EXACT, "sent", "none"),
  ACTION("action", Match.GLOB),
  DENIAL("denial", Match.EXACT, "explicit", "implicit", "unexplained"),
  POLICY_TYPE(
      "policy-type",
      Match.EXACT,
      "identity",
      "resource",
      "permissions-boundary",
      "session",
      "scp",
      "rcp",
      "vpc-endpoint",
      "role-trust",
      "none"),
  POLICY_ARN("policy-arn", Match.GLOB),
  PRINCIPAL(
      "principal",
      Match.EXACT,
      "user",
      "assumed-role",
      "sso-role",
      "role",
      "federated-user",
      "root",
      "anonymous",
      "service",
      "web-identity"),
  ACCOUNTS("accounts", Match.EXACT, "same", "different"),
  KEY_ACCOUNT("key-account", Match.EXACT, "same", "different"),
  PARTITION("partition", Match.EXACT),
  HOST("host", Match.GLOB),
  CLOCK("clock", Match.EXACT, "ahead", "behind", "close"),
  ISSUER("issuer", Match.GLOB),
  DOCUMENT("document", Match.EXACT, "authorization", "cloudtrail"),
  ANSWER("answer", Match.EXACT);

  /// How a condition's values are compared with what was observed.
  public enum Match {
    /// Equal, case ignored.
    EXACT,
    /// Equal, case ignored, or standing as a word in the text.
    WORD,
    /// `*` stands for any characters.
    GLOB,
    /// A folded phrase, see [Phrase].
    PHRASE,
    /// An RE2 expression.
    REGEX
  }

  private final String label;
  private final Match match;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes it so
  private final Set<String> allowed;

  ConditionKey(String label, Match match, String... allowed) {
    this.label = label;
    this.match = match;
    this.allowed = Set.copyOf(Arrays.asList(allowed));
  }

  /// The key as written in a rule file.
  public String label() {
    return label;
  }

  /// How values are compared.
  public Match match() {
    return match;
  }

  /// The values that exist; empty: any.
  public Set<String> allowed() {
    return allowed;
  }

  /// The key of that label.
  public static Optional<ConditionKey> of(String label) {
    return Arrays.stream(values()).filter(key -> key.label.equals(label)).findFirst();
  }

  /// Every label, for messages.
  public static List<String> labels() {
    return Arrays.stream(values()).map(ConditionKey::label).toList();
  }
}
