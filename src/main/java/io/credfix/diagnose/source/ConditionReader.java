package io.credfix.diagnose.source;

import com.google.re2j.PatternSyntaxException;
import io.credfix.diagnose.Condition;
import io.credfix.diagnose.ConditionKey;
import io.credfix.diagnose.RulebookBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the conditions of a signature, a piece of evidence or a fix.
final class ConditionReader {
  private ConditionReader() {}

  /// The conditions among the keys of a mapping.
  ///
  /// @param others keys that are no conditions
  static List<Condition> read(Map<String, Node> mapping, Set<String> others)
      throws RuleFileException {
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, Node> entry : mapping.entrySet()) {
      if (!others.contains(entry.getKey())) {
        int line = FrontMatter.line(entry.getValue());
        conditions.add(condition(entry.getKey(), FrontMatter.texts(entry.getValue()), line));
      }
    }
    return conditions;
  }

  /// The condition of a fix's heading: `runs-on: eks, ecs; tool: kubectl`.
  static List<Condition> inHeading(String text, int line) throws RuleFileException {
    List<Condition> conditions = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      int colon = part.indexOf(':');
      if (colon < 0) {
        throw new RuleFileException(
            line, "`[" + text + "]` is no condition.", "Write `[key: value]`.");
      }
      List<String> values = new ArrayList<>();
      for (String value : part.substring(colon + 1).split(",", -1)) {
        values.add(value.strip());
      }
      conditions.add(condition(part.substring(0, colon).strip(), values, line));
    }
    return conditions;
  }

  private static Condition condition(String name, List<String> values, int line)
      throws RuleFileException {
    boolean negated = name.startsWith("not-");
    String label = negated ? name.substring(4) : name;
    ConditionKey key =
        ConditionKey.of(label)
            .orElseThrow(
                () ->
                    new RuleFileException(
                        line,
                        "There is no condition `" + name + "`.",
                        "Use one of: " + String.join(", ", ConditionKey.labels()) + "."));
    if (values.isEmpty()) {
      throw new RuleFileException(line, "`" + name + "` has no value.", "Give at least one.");
    }
    boolean keepCase =
        switch (key.match()) {
          case PHRASE, REGEX, WORD -> true;
          case EXACT, GLOB -> false;
        };
    List<String> read = new ArrayList<>();
    for (String value : values) {
      if (!key.allowed().isEmpty() && !key.allowed().contains(value)) {
        throw new RuleFileException(
            line,
            "`" + label + "` cannot be `" + value + "`.",
            "Use one of: " + String.join(", ", key.allowed().stream().sorted().toList()) + ".");
      }
      try {
        RulebookBuilder.check(key, value);
      } catch (IllegalArgumentException | PatternSyntaxException e) {
        throw new RuleFileException(
            line, "`" + name + ": " + value + "`: " + e.getMessage() + ".", "Write it anew.");
      }
      read.add(keepCase ? value : value.toLowerCase(Locale.ROOT));
    }
    return new Condition(key, negated, read, List.of());
  }
}
