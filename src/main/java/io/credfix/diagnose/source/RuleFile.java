package io.credfix.diagnose.source;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Condition;
import io.credfix.diagnose.ConditionKey;
import io.credfix.diagnose.Evidence;
import io.credfix.diagnose.Likelihood;
import io.credfix.diagnose.LookAlike;
import io.credfix.diagnose.Reference;
import io.credfix.diagnose.Rule;
import io.credfix.diagnose.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// One rule file as read.
///
/// @param path relative to the rules folder
/// @param rule what it says
/// @param examples the `error` blocks of "What you see", which run as cases
public record RuleFile(String path, Rule rule, List<ErrorCase> examples) {
  private static final Set<String> KEYS =
      Set.of("id", "title", "signatures", "evidence", "before", "look-alikes", "references");
  private static final Set<String> NO_CONDITIONS = Set.of("makes-it", "because");

  /// Copies the list.
  public RuleFile {
    examples = List.copyOf(examples);
  }

  /// @param builtIn the rule of the same id that this file changes, if there is one: then all but
  ///   the id may be left out
  static RuleFile read(String path, String family, String text, Map<String, Rule> builtIn)
      throws RuleFileException {
    List<String> lines = Arrays.asList(text.split("\r?\n", -1));
    int end = lines.subList(1, lines.size()).indexOf("---") + 1;
    if (!lines.getFirst().equals("---") || end == 0) {
      throw new RuleFileException(
          1, "There is no front matter.", "Begin the file with `---`, YAML, `---`.");
    }
    Map<String, Node> front = FrontMatter.read(String.join("\n", lines.subList(1, end)), 2);
    for (Map.Entry<String, Node> entry : front.entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        throw new RuleFileException(
            FrontMatter.line(entry.getValue()),
            "There is no key `" + entry.getKey() + "`.",
            "Use one of: " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
      }
    }
    boolean notOurs = family.equals("not-ours");
    RuleBody body =
        notOurs
            ? RuleBody.read(List.of(), end + 2)
            : RuleBody.read(lines.subList(end + 1, lines.size()), end + 2);
    String opening =
        notOurs ? String.join("\n", lines.subList(end + 1, lines.size())).strip() : body.opening;
    @Nullable Rule changed = builtIn.get(required(front, "id"));
    List<Signature> signatures =
        changed != null && !front.containsKey("signatures") ? List.of() : signatures(front);
    Cause cause =
        new Cause(
            required(front, "id"),
            changed != null && !front.containsKey("title")
                ? changed.cause().title()
                : required(front, "title"),
            changed != null ? changed.cause().family() : family,
            opening,
            body.section("What you see"),
            body.section("Why"),
            body.fixes,
            body.section("Verify"),
            body.section("Keep it from coming back"),
            body.section("Who must act"),
            lookAlikes(front),
            references(front),
            codes(signatures));
    List<String> before =
        front.containsKey("before") ? FrontMatter.texts(node(front, "before")) : List.of();
    Rule read = new Rule(cause, signatures, evidence(front), before, notOurs);
    Rule rule = changed == null ? read : RuleChange.of(changed, read);
    return new RuleFile(path, rule, ErrorCase.read(path, lines, end + 1, cause.id()));
  }

  private static Node node(Map<String, Node> map, String key) throws RuleFileException {
    Node node = map.get(key);
    if (node == null) {
      throw new RuleFileException(1, "`" + key + "` is missing.", "Add it to the front matter.");
    }
    return node;
  }

  private static String required(Map<String, Node> map, String key) throws RuleFileException {
    String text = FrontMatter.text(node(map, key)).strip();
    if (text.isEmpty()) {
      throw new RuleFileException(1, "`" + key + "` is empty.", "Fill it.");
    }
    return text;
  }

  private static List<Signature> signatures(Map<String, Node> front) throws RuleFileException {
    List<Signature> signatures = new ArrayList<>();
    for (Node item : FrontMatter.sequence(node(front, "signatures"))) {
      Map<String, Node> map = FrontMatter.mapping(item);
      List<Condition> conditions = ConditionReader.read(map, NO_CONDITIONS);
      int line = FrontMatter.line(item);
      if (conditions.stream().allMatch(Condition::negated)) {
        throw new RuleFileException(
            line, "The signature asks for nothing that must be there.", "Add a `code` or `says`.");
      }
      boolean regexAlone =
          conditions.stream().anyMatch(c -> c.key() == ConditionKey.MATCHES)
              && conditions.stream().noneMatch(c -> c.key() == ConditionKey.SAYS && !c.negated());
      if (regexAlone) {
        throw new RuleFileException(
            line, "`matches` stands without `says`.", "Add a phrase that must be there as well.");
      }
      @Nullable Likelihood makesIt = likelihood(map, Likelihood.LIKELY);
      if (makesIt == null) {
        throw new RuleFileException(
            line, "A signature cannot rule out.", "Put it under `evidence`.");
      }
      signatures.add(new Signature(conditions, makesIt, because(map, line)));
    }
    return signatures;
  }

  private static List<Evidence> evidence(Map<String, Node> front) throws RuleFileException {
    List<Evidence> evidence = new ArrayList<>();
    if (!front.containsKey("evidence")) {
      return evidence;
    }
    for (Node item : FrontMatter.sequence(node(front, "evidence"))) {
      Map<String, Node> map = FrontMatter.mapping(item);
      List<Condition> conditions = ConditionReader.read(map, NO_CONDITIONS);
      int line = FrontMatter.line(item);
      if (conditions.isEmpty() || !map.containsKey("makes-it")) {
        throw new RuleFileException(
            line, "Evidence needs a condition and `makes-it`.", "Add what is missing.");
      }
      evidence.add(
          new Evidence(conditions, likelihood(map, Likelihood.LIKELY), because(map, line)));
    }
    return evidence;
  }

  private static @Nullable Likelihood likelihood(Map<String, Node> map, Likelihood standard)
      throws RuleFileException {
    Node node = map.get("makes-it");
    if (node == null) {
      return standard;
    }
    String label = FrontMatter.text(node);
    if (label.equals("ruled-out")) {
      return null;
    }
    for (Likelihood likelihood : Likelihood.values()) {
      if (likelihood.label().equals(label)) {
        return likelihood;
      }
    }
    throw new RuleFileException(
        FrontMatter.line(node),
        "`makes-it` cannot be `" + label + "`.",
        "Use certain, likely, possible or ruled-out.");
  }

  private static String because(Map<String, Node> map, int line) throws RuleFileException {
    Node node = map.get("because");
    if (node == null) {
      throw new RuleFileException(
          line, "`because` is missing.", "Say to the reader what was seen and what follows.");
    }
    return FrontMatter.text(node).strip();
  }

  private static List<LookAlike> lookAlikes(Map<String, Node> front) throws RuleFileException {
    List<LookAlike> others = new ArrayList<>();
    if (front.containsKey("look-alikes")) {
      for (Map.Entry<String, Node> entry :
          FrontMatter.mapping(node(front, "look-alikes")).entrySet()) {
        others.add(new LookAlike(entry.getKey(), FrontMatter.text(entry.getValue()).strip()));
      }
    }
    return others;
  }

  private static List<Reference> references(Map<String, Node> front) throws RuleFileException {
    List<Reference> references = new ArrayList<>();
    if (!front.containsKey("references")) {
      return references;
    }
    for (Node item : FrontMatter.sequence(node(front, "references"))) {
      for (Map.Entry<String, Node> entry : FrontMatter.mapping(item).entrySet()) {
        String url = FrontMatter.text(entry.getValue());
        if (!url.startsWith("https://")) {
          throw new RuleFileException(
              FrontMatter.line(item), "A reference is no https address.", "Use https://…");
        }
        references.add(new Reference(entry.getKey(), url));
      }
    }
    return references;
  }

  private static List<String> codes(List<Signature> signatures) throws RuleFileException {
    Set<String> codes = new LinkedHashSet<>();
    for (Signature signature : signatures) {
      for (Condition condition : signature.conditions()) {
        if (condition.key() == ConditionKey.CODE && !condition.negated()) {
          codes.addAll(condition.values());
        }
      }
    }
    return List.copyOf(codes);
  }
}
