package io.credfix.diagnose;

import io.credfix.parse.Denial;
import io.credfix.parse.ErrorReport;
import io.credfix.parse.Fact;
import io.credfix.parse.Facts;
import io.credfix.parse.ReportedError;
import io.credfix.redact.KeyPrefix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What is known of one paste, asked by conditions. One per call.
@SuppressWarnings("EnumOrdinal") // used as places in an array, never kept
final class Observation {
  /// By source; compiled when first needed: most expressions never run.
  private static final Map<String, Expression> EXPRESSIONS = new ConcurrentHashMap<>();

  private static final int KEYS = ConditionKey.values().length;

  private final String text;
  private @Nullable String lower;
  private final PhraseIndex.Hits hits;
  private final Map<ConditionKey, Set<String>> observed;

  // By key, what Condition.filter makes of the values.
  private final long[] filters;

  // What expressions said of the text; also for suppositions, which do not change the text.
  private final Map<String, Boolean> matched;

  private Observation(
      String text,
      PhraseIndex.Hits hits,
      Map<ConditionKey, Set<String>> observed,
      long[] filters,
      Map<String, Boolean> matched) {
    this.text = text;
    this.hits = hits;
    this.observed = observed;
    this.filters = filters;
    this.matched = matched;
  }

  static Observation of(
      String text,
      PhraseIndex.Hits hits,
      ErrorReport report,
      StatedContext context,
      @Nullable KeyPrefix key) {
    Map<ConditionKey, Set<String>> observed = new Collector(report, context, key).collect();
    var filters = new long[KEYS];
    observed.forEach((name, values) -> filters[name.ordinal()] = Condition.filter(values));
    return new Observation(text, hits, observed, filters, new HashMap<>());
  }

  /// The same paste, supposing that some facts were known.
  Observation supposing(Map<ConditionKey, String> facts) {
    if (facts.isEmpty()) {
      return this;
    }
    Map<ConditionKey, Set<String>> changed = new EnumMap<>(observed);
    long[] others = filters.clone();
    facts.forEach(
        (key, value) -> {
          Set<String> values = Set.of(value);
          changed.put(key, values);
          others[key.ordinal()] = Condition.filter(values);
        });
    return new Observation(text, hits, changed, others, matched);
  }

  /// What [Condition#filter] makes of the observed values of a key.
  ///
  /// @param key its ordinal
  long filter(int key) {
    return filters[key];
  }

  PhraseIndex.Hits hits() {
    return hits;
  }

  /// The observed values of a key, lower case.
  Set<String> values(ConditionKey key) {
    return observed.getOrDefault(key, Set.of());
  }

  /// True when every condition holds. Expressions come last: they read the text again.
  boolean holds(List<Condition> conditions) {
    boolean expressions = false;
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (condition.key() == ConditionKey.MATCHES) {
        expressions = true;
      } else if (!holds(condition)) {
        return false;
      }
    }
    if (expressions) {
      for (Condition condition : conditions) {
        if (condition.key() == ConditionKey.MATCHES && !holds(condition)) {
          return false;
        }
      }
    }
    return true;
  }

  boolean holds(Condition condition) {
    return any(condition) != condition.negated();
  }

  private boolean any(Condition condition) {
    return switch (condition.key().match()) {
      case PHRASE, WORD -> condition.anyPhrase(hits);
      case REGEX -> anyMatch(condition);
      case EXACT -> anyEqual(condition);
      case GLOB -> anyGlob(condition);
    };
  }

  private boolean anyEqual(Condition condition) {
    if ((condition.filter() & filters[condition.key().ordinal()]) == 0) {
      return false;
    }
    Set<String> known = values(condition.key());
    List<String> values = condition.values();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (known.contains(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyMatch(Condition condition) {
    for (String expression : condition.values()) {
      if (matched.computeIfAbsent(expression, this::matches)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String expression) {
    if (lower == null) {
      lower = lower(text);
    }
    return EXPRESSIONS.computeIfAbsent(expression, Expression::new).isIn(text, lower);
  }

  /// Character by character, so that places stay what they are.
  private static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c >= 'A' && c <= 'Z') {
        chars[i] = (char) (c + 32);
      } else if (c >= 128) {
        chars[i] = Character.toLowerCase(c);
      }
    }
    return new String(chars);
  }

  private boolean anyGlob(Condition condition) {
    Set<String> known = values(condition.key());
    if (known.isEmpty()) {
      return false;
    }
    for (String pattern : condition.values()) {
      for (String value : known) {
        if (Glob.matches(pattern, value)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Gathers the observed values once.
  private static final class Collector {
    private final ErrorReport report;
    private final Facts facts;
    private final StatedContext context;
    private final @Nullable KeyPrefix key;
    private final Map<ConditionKey, Set<String>> observed = new EnumMap<>(ConditionKey.class);

    Collector(ErrorReport report, StatedContext context, @Nullable KeyPrefix key) {
      this.report = report;
      this.facts = report.facts();
      this.context = context;
      this.key = key;
    }

    Map<ConditionKey, Set<String>> collect() {
      errors();
      regions();
      accounts();
      principal();
      denial();
      add(ConditionKey.KEY, key == null ? "unknown" : key.kind().label());
      stated(ConditionKey.TOOL, context.tool(), Fact.TOOL);
      stated(ConditionKey.RUNS_ON, context.runsOn(), Fact.RUNS_ON);
      stated(ConditionKey.OS, context.os(), Fact.OS);
      stated(ConditionKey.SHELL, context.shell(), Fact.SHELL);
      facts.first(Fact.SESSION_TOKEN).ifPresent(value -> add(ConditionKey.TOKEN, value));
      facts.first(Fact.DOCUMENT).ifPresent(value -> add(ConditionKey.DOCUMENT, value));
      facts.all(Fact.HOST).forEach(this::host);
      facts.all(Fact.ISSUER).forEach(this::issuer);
      facts.clockSkew().ifPresent(skew -> clock(skew.ahead(), skew.window()));
      context.answers().forEach((id, answer) -> add(ConditionKey.ANSWER, id + "/" + answer));
      return observed;
    }

    private void add(ConditionKey name, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        observed
            .computeIfAbsent(name, any -> new LinkedHashSet<>())
            .add(value.toLowerCase(Locale.ROOT));
      }
    }

    private void stated(ConditionKey name, @Nullable String value, Fact fact) {
      if (value != null) {
        add(name, value);
      } else {
        facts.all(fact).forEach(seen -> add(name, seen));
      }
    }

    private void errors() {
      List<ReportedError> errors = new ArrayList<>();
      errors.add(report.primary());
      errors.addAll(report.others());
      for (ReportedError error : errors) {
        add(ConditionKey.CODE, error.code());
        add(ConditionKey.OPERATION, error.operation());
        add(ConditionKey.SERVICE, error.service());
        add(ConditionKey.ACTION, error.action());
        add(ConditionKey.POLICY_ARN, error.policyArn());
        if (error.httpStatus() != null) {
          add(ConditionKey.STATUS, error.httpStatus().toString());
        }
        if (error.tool() != null && context.tool() == null) {
          add(ConditionKey.TOOL, error.tool());
        }
        if (error.policyType() != null) {
          add(ConditionKey.POLICY_TYPE, error.policyType().label());
        }
      }
      facts.all(Fact.CODE).forEach(code -> add(ConditionKey.CODE, code));
      if (!observed.containsKey(ConditionKey.POLICY_TYPE)) {
        add(ConditionKey.POLICY_TYPE, "none");
      }
    }

    private void regions() {
      Set<String> names = new LinkedHashSet<>(facts.all(Fact.REGION));
      if (report.primary().region() != null) {
        names.add(report.primary().region());
      }
      if (context.region() != null) {
        names.add(context.region());
      }
      if (names.isEmpty()) {
        add(ConditionKey.REGION, "none");
      }
      for (String name : names) {
        String lower = name.toLowerCase(Locale.ROOT);
        add(ConditionKey.REGION, lower);
        add(ConditionKey.REGION, Regions.classOf(lower));
        add(ConditionKey.PARTITION, Regions.partition(lower));
      }
    }

    private void accounts() {
      for (String text : facts.all(Fact.ARN)) {
        Arn.of(text).ifPresent(arn -> add(ConditionKey.PARTITION, arn.partition()));
      }
      String principal = report.primary().principal();
      String own = principal == null ? "" : Arn.of(principal).map(Arn::account).orElse("");
      String theirs =
          facts
              .first(Fact.RESOURCE_ACCOUNT)
              .orElseGet(
                  () ->
                      report.primary().resource() == null
                          ? ""
                          : Arn.of(report.primary().resource()).map(Arn::account).orElse(""));
      if (isAccount(own) && isAccount(theirs)) {
        add(ConditionKey.ACCOUNTS, own.equals(theirs) ? "same" : "different");
      }
      if (key != null && key.accountId() != null && !facts.all(Fact.ACCOUNT).isEmpty()) {
        String reference = isAccount(own) ? own : facts.all(Fact.ACCOUNT).getFirst();
        add(ConditionKey.KEY_ACCOUNT, key.accountId().equals(reference) ? "same" : "different");
      }
    }

    private static boolean isAccount(String account) {
      return account.length() == 12 && account.chars().allMatch(Character::isDigit);
    }

    private void principal() {
      String principal = report.primary().principal();
      if (principal == null) {
        principal = facts.first(Fact.PRINCIPAL).orElse(null);
      }
      if (principal == null) {
        return;
      }
      if (principal.equalsIgnoreCase("anonymous")) {
        add(ConditionKey.PRINCIPAL, "anonymous");
        return;
      }
      if (principal.endsWith(".amazonaws.com")) {
        add(ConditionKey.PRINCIPAL, "service");
      }
      Arn.of(principal)
          .ifPresent(
              arn -> {
                switch (arn.type()) {
                  case "assumed-role" -> {
                    add(ConditionKey.PRINCIPAL, "assumed-role");
                    if (arn.name().startsWith("AWSReservedSSO_")) {
                      add(ConditionKey.PRINCIPAL, "sso-role");
                    }
                  }
                  case "user", "role", "federated-user", "root" ->
                      add(ConditionKey.PRINCIPAL, arn.type());
                  default -> {}
                }
              });
    }

    private void denial() {
      facts
          .denial()
          .ifPresent(denial -> add(ConditionKey.DENIAL, denial.name().toLowerCase(Locale.ROOT)));
      // A decoded authorization message says outright whether a statement denied.
      facts
          .authorizationDocument()
          .filter(document -> !document.allowed())
          .ifPresent(
              document ->
                  add(
                      ConditionKey.DENIAL,
                      (document.explicitDeny() ? Denial.EXPLICIT : Denial.IMPLICIT)
                          .name()
                          .toLowerCase(Locale.ROOT)));
    }

    private void host(String host) {
      add(ConditionKey.HOST, host);
      String kind = Hosts.kindOf(host);
      if (!kind.isEmpty()) {
        add(ConditionKey.HOST, kind);
      }
      if (host.contains(".amazonaws.com.cn")) {
        add(ConditionKey.PARTITION, "aws-cn");
      }
    }

    private void issuer(String issuer) {
      add(ConditionKey.ISSUER, issuer);
      String kind = Hosts.issuerKind(issuer);
      if (!kind.isEmpty()) {
        add(ConditionKey.ISSUER, kind);
      }
    }

    private void clock(Duration ahead, Duration window) {
      if (ahead.abs().compareTo(window) <= 0) {
        add(ConditionKey.CLOCK, "close");
      } else {
        add(ConditionKey.CLOCK, ahead.isNegative() ? "behind" : "ahead");
      }
    }
  }
}
