package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts together what dialects and fact finders read in one text. One per call.
final class Reading {
  /// More errors than a reader would look at.
  private static final int MOST_OTHERS = 20;

  private final ReadableText text;
  private final Choice choice;
  private final Finding primary;
  private final @Nullable DeniedAccess denied;

  Reading(ReadableText text, List<Finding> findings) {
    this.text = text;
    choice = new Choice(text, findings);
    @Nullable Finding best = choice.primary();
    primary = best != null ? best : new Finding(0, Strength.DETAIL);
    denied = DeniedAccess.read(text, primary.at);
  }

  ErrorReport report() {
    List<ReportedError> others = new ArrayList<>();
    for (Finding finding : choice.others(primary)) {
      if (others.size() < MOST_OTHERS) {
        others.add(
            error(
                finding,
                finding.operation,
                finding.service,
                null,
                finding.tool,
                finding.message(text)));
      }
    }
    Facts facts = facts(others);
    @Nullable String operation = operation();
    @Nullable String tool =
        facts.first(Fact.TOOL).orElse(choice.component(primary, found -> found.tool));
    ReportedError error =
        error(primary, operation, service(operation, facts), region(facts), tool, message());
    return new ErrorReport(error, others, facts);
  }

  private ReportedError error(
      Finding finding,
      @Nullable String operation,
      @Nullable String service,
      @Nullable String region,
      @Nullable String tool,
      @Nullable String message) {
    boolean own = finding == primary;
    @Nullable DeniedAccess access = own ? denied : null;
    return new ReportedError(
        finding.code,
        message,
        operation,
        service,
        own ? choice.component(finding, found -> found.httpStatus) : finding.httpStatus,
        own ? choice.component(finding, found -> found.requestId) : finding.requestId,
        region,
        access == null ? null : access.principal(),
        access == null ? null : access.action(),
        access == null ? null : access.resource(),
        access == null ? null : access.policyType(),
        access == null ? null : access.policyArn(),
        tool);
  }

  private @Nullable String operation() {
    @Nullable String operation = choice.component(primary, finding -> finding.operation);
    if (operation != null) {
      return operation;
    }
    @Nullable CommandLine line = primary.code == null ? CommandLine.failing(text) : failedLine();
    boolean fails = line != null && !CommandLine.isPhrase(text, line.at());
    @Nullable String run = fails && line != null ? line.operation() : null;
    if (run != null) {
      return run;
    }
    @Nullable String refused = DeniedCall.operation(text, denied);
    return refused != null ? refused : MentionedOperation.read(text);
  }

  /// The command line that the error follows.
  private @Nullable CommandLine failedLine() {
    @Nullable CommandLine line = CommandLine.lastBefore(text, primary.at);
    return line == null || hasPrompt(line.at(), primary.at) ? null : line;
  }

  /// True when another command was run between two places.
  private boolean hasPrompt(int from, int to) {
    String between = text.text().substring(from, Math.max(from, to));
    int line = between.indexOf('\n');
    return line >= 0 && (between.indexOf("$ ", line) >= 0 || between.indexOf("\n> ", line) >= 0);
  }

  private @Nullable String message() {
    @Nullable String message = choice.component(primary, finding -> finding.message(text));
    if (message == null && denied != null) {
      int start = text.text().lastIndexOf("User:", denied.at());
      int from = start >= 0 && denied.at() - start < 600 ? start : denied.at();
      return Sentences.from(text, from);
    }
    return message;
  }

  private @Nullable String service(@Nullable String operation, Facts facts) {
    @Nullable String service = choice.component(primary, finding -> finding.service);
    if (service == null) {
      service = Operations.service(operation);
    }
    if (service == null) {
      service = EndpointService.read(text, facts);
    }
    if (service == null) {
      @Nullable CommandLine line = CommandLine.first(text);
      service = line == null ? null : line.signingName();
    }
    return service;
  }

  private @Nullable String region(Facts facts) {
    @Nullable String region = choice.component(primary, finding -> finding.region);
    return region != null ? region : facts.first(Fact.REGION).orElse(null);
  }

  private Facts facts(List<ReportedError> others) {
    var facts = new Facts.Builder();
    if (denied != null) {
      facts.denial(denied.denial());
      deniedFacts(denied, facts);
    }
    for (FactFinder finder : FactFinder.all()) {
      finder.find(text, facts);
    }
    if (primary.code != null) {
      facts.add(Fact.CODE, primary.code);
    }
    for (ReportedError other : others) {
      if (other.code() != null) {
        facts.add(Fact.CODE, other.code());
      }
    }
    facts.clockSkew(ClockSkewReader.read(text));
    @Nullable AuthorizationDocument document = AuthorizationReader.read(text);
    if (document != null) {
      facts.authorizationDocument(document).add(Fact.DOCUMENT, "authorization");
    } else if (text.find("\"eventSource\"") >= 0 && text.find("\"eventName\"") >= 0) {
      facts.add(Fact.DOCUMENT, "cloudtrail");
    }
    return facts.build();
  }

  private void deniedFacts(DeniedAccess access, Facts.Builder facts) {
    @Nullable ArnToken principal = token(access.principal());
    if (principal != null && principal.isPlain()) {
      facts.add(Fact.PRINCIPAL, principal.value());
      if (!principal.account().isEmpty()) {
        facts.add(Fact.ACCOUNT, principal.account());
      }
    }
    @Nullable ArnToken resource = token(access.resource());
    if (resource != null && resource.isPlain()) {
      if (!resource.account().isEmpty()) {
        facts.add(Fact.RESOURCE_ACCOUNT, resource.account());
      }
      if (resource.service().equals("iam") && resource.resource().startsWith("role/")) {
        facts.add(Fact.TARGET_ROLE, resource.value());
      }
    }
  }

  private static @Nullable ArnToken token(@Nullable String value) {
    return value == null ? null : ArnToken.at(ReadableText.of(value), 0);
  }
}
