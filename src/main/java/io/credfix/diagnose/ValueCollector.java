package io.credfix.diagnose;

import io.credfix.parse.ErrorReport;
import io.credfix.parse.Fact;
import io.credfix.parse.Facts;
import io.credfix.parse.ReportedError;
import io.credfix.redact.KeyPrefix;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects the placeholder values that one paste shows.
final class ValueCollector {
  private static final int MAX_LENGTH = 300;

  private final Map<String, String> values = new HashMap<>();

  /// @param organization the organisation's variables by name, such as `org.support`
  static PlaceholderValues collect(
      ErrorReport report,
      StatedContext context,
      @Nullable KeyPrefix key,
      Map<String, String> organization) {
    var collector = new ValueCollector();
    collector.values.putAll(organization);
    collector.error(report.primary());
    collector.facts(report.facts(), context, report.primary());
    collector.key(key);
    return new PlaceholderValues(collector.values);
  }

  private void put(String name, @Nullable String value) {
    if (value != null && !value.isEmpty() && value.length() <= MAX_LENGTH && isPlain(value)) {
      values.putIfAbsent(name, value);
    }
  }

  /// Nothing that Markdown, a shell or a line could take amiss.
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || " ./:_-+=,@*#?%~".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private void error(ReportedError error) {
    put("code", error.code());
    put("operation", error.operation());
    put("service", error.service());
    if (error.service() != null) {
      put("service.name", Services.name(error.service()));
      put("cli.service", error.service());
    }
    if (error.operation() != null) {
      put("cli.operation", kebab(error.operation()));
    }
    if (error.service() != null) {
      put("passed-to", Services.takesRolesAs(error.service(), error.operation()));
    }
    if (error.httpStatus() != null) {
      put("status", error.httpStatus().toString());
    }
    put("action", error.action());
    put("resource", error.resource());
    if (error.resource() != null && error.resource().startsWith("arn:")) {
      put("resource.arn", error.resource());
    }
    if (error.policyType() != null) {
      put("policy.type", error.policyType().words());
    }
    put("policy.arn", error.policyArn());
    principal(error.principal());
  }

  private void principal(@Nullable String principal) {
    Optional<Arn> parsed = principal == null ? Optional.empty() : Arn.of(principal);
    parsed.ifPresent(
        arn -> {
          put("principal", principal);
          put("account", arn.account());
          put("partition", arn.partition());
          switch (arn.type()) {
            case "assumed-role" -> {
              put("role", arn.name());
              put("session", arn.session());
              if (arn.name().startsWith("AWSReservedSSO_")) {
                permissionSet(arn.name());
              } else {
                put(
                    "role.arn",
                    "arn:%s:iam::%s:role/%s".formatted(arn.partition(), arn.account(), arn.name()));
              }
            }
            case "role" -> {
              put("role", arn.name());
              put("role.arn", principal);
            }
            case "user" -> put("user", arn.name());
            default -> {}
          }
          // What a policy names: the role, never its session.
          put("caller.arn", arn.type().equals("assumed-role") ? values.get("role.arn") : principal);
        });
  }

  /// `AWSReservedSSO_<permission set>_<16 hexadecimal digits>`.
  private void permissionSet(String role) {
    int last = role.lastIndexOf('_');
    int first = "AWSReservedSSO_".length();
    if (last > first) {
      put("permission.set", role.substring(first, last));
    }
  }

  private void facts(Facts facts, StatedContext context, ReportedError error) {
    put("region", context.region());
    put("region", error.region());
    put("region", facts.first(Fact.REGION).orElse(null));
    put("profile", facts.first(Fact.PROFILE).orElse(values.get("org.profile")));
    facts.first(Fact.PRINCIPAL).ifPresent(this::principal);
    put("account", facts.first(Fact.ACCOUNT).orElse(null));
    put("resource.account", facts.first(Fact.RESOURCE_ACCOUNT).orElse(null));
    facts
        .first(Fact.TARGET_ROLE)
        .ifPresent(
            role -> {
              put("target.role.arn", role);
              put("target.role", Arn.of(role).map(Arn::name).orElse(null));
            });
    put("bucket", facts.first(Fact.BUCKET).orElse(null));
    put("key.arn", facts.first(Fact.KMS_KEY).orElse(null));
    put("cluster", facts.first(Fact.CLUSTER).orElse(null));
    put("repository", facts.first(Fact.REPOSITORY).orElse(null));
    put("registry", facts.first(Fact.REGISTRY).orElse(null));
    put("host", facts.first(Fact.HOST).map(ValueCollector::withoutUsualPort).orElse(null));
    put("issuer", facts.first(Fact.ISSUER).orElse(null));
    put("audience", facts.first(Fact.AUDIENCE).orElse(null));
    put("subject", facts.first(Fact.SUBJECT).orElse(null));
    put("mfa.serial", facts.first(Fact.MFA_SERIAL).orElse(null));
    facts.clockSkew().ifPresent(skew -> put("skew", words(skew.ahead())));
    facts
        .authorizationDocument()
        .ifPresent(
            document -> {
              put("action", document.action());
              put("resource", document.resource());
              if (document.resource() != null && document.resource().startsWith("arn:")) {
                put("resource.arn", document.resource());
              }
              principal(document.principal());
            });
    command(values.get("action"));
  }

  /// The denied action as a CLI command, for services whose commands are named like their actions.
  private void command(@Nullable String action) {
    int colon = action == null ? -1 : action.indexOf(':');
    if (action == null
        || colon < 0
        || action.indexOf('*') >= 0
        || values.containsKey("operation")) {
      return;
    }
    String service = action.substring(0, colon);
    if (Services.commandsAreNamedLikeActions(service)) {
      put("cli.service", service);
      put("cli.operation", kebab(action.substring(colon + 1)));
    }
  }

  private void key(@Nullable KeyPrefix key) {
    if (key != null) {
      String letters = key.prefix().length() < 4 ? key.prefix() : key.prefix().substring(0, 4);
      put("key.prefix", letters);
      values.put("key.id", letters + "…");
      put("key.account", key.accountId());
    }
  }

  /// `14 minutes behind`, `1 hour 2 minutes ahead`.
  static String words(Duration ahead) {
    Duration size = ahead.abs();
    String side = ahead.isNegative() ? " behind" : " ahead";
    long days = size.toDays();
    int hours = size.toHoursPart();
    int minutes = size.toMinutesPart();
    if (days > 0) {
      return count(days, "day") + (hours > 0 ? " " + count(hours, "hour") : "") + side;
    }
    if (hours > 0) {
      return count(hours, "hour") + (minutes > 0 ? " " + count(minutes, "minute") : "") + side;
    }
    return (minutes > 0 ? count(minutes, "minute") : count(size.toSecondsPart(), "second")) + side;
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /// A host as DNS tools take it: Java writes `sts.amazonaws.com:443`.
  private static String withoutUsualPort(String host) {
    return host.endsWith(":443") ? host.substring(0, host.length() - ":443".length()) : host;
  }

  /// `GetCallerIdentity` → `get-caller-identity`, as the AWS CLI writes operations.
  static String kebab(String operation) {
    var out = new StringBuilder(operation.length() + 8);
    for (int i = 0; i < operation.length(); i++) {
      char c = operation.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean afterLower = i > 0 && !Character.isUpperCase(operation.charAt(i - 1));
      boolean beforeLower =
          i > 0 && i + 1 < operation.length() && Character.isLowerCase(operation.charAt(i + 1));
      if (upper && i > 0 && (afterLower || beforeLower)) {
        out.append('-');
      }
      out.append(String.valueOf(c).toLowerCase(Locale.ROOT));
    }
    return out.toString();
  }
}
