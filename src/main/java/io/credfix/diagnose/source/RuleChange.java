package io.credfix.diagnose.source;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Fix;
import io.credfix.diagnose.LookAlike;
import io.credfix.diagnose.Reference;
import io.credfix.diagnose.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// An organisation's file on top of the built-in rule of the same id.
final class RuleChange {
  private RuleChange() {}

  static Rule of(Rule builtIn, Rule change) {
    return new Rule(
        cause(builtIn.cause(), change.cause()),
        joined(builtIn.signatures(), change.signatures()),
        joined(builtIn.evidence(), change.evidence()),
        joined(builtIn.before(), change.before()),
        builtIn.notOurs());
  }

  private static Cause cause(Cause builtIn, Cause change) {
    List<Fix> fixes = joined(change.fixes(), builtIn.fixes());
    List<Reference> references = joined(change.references(), builtIn.references());
    Map<String, LookAlike> others = new LinkedHashMap<>();
    builtIn.lookAlikes().forEach(other -> others.put(other.causeId(), other));
    change.lookAlikes().forEach(other -> others.put(other.causeId(), other));
    return new Cause(
        builtIn.id(),
        change.title(),
        builtIn.family(),
        either(change.opening(), builtIn.opening()),
        either(change.seen(), builtIn.seen()),
        either(change.why(), builtIn.why()),
        fixes,
        either(change.verify(), builtIn.verify()),
        either(change.prevention(), builtIn.prevention()),
        either(change.actor(), builtIn.actor()),
        List.copyOf(others.values()),
        references,
        joined(builtIn.codes(), change.codes()));
  }

  private static String either(String change, String builtIn) {
    return change.isEmpty() ? builtIn : change;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    var all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }
}
