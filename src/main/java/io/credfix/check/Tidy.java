package io.credfix.check;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.LookAlike;
import io.credfix.diagnose.Rule;
import io.credfix.diagnose.source.ErrorCase;
import io.credfix.diagnose.source.RuleFile;
import io.credfix.diagnose.source.RuleFolder;
import io.credfix.diagnose.source.RuleProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Rules about rule files: what every one of them has, and what none of them may hold.
public final class Tidy {
  private final RuleFolder folder;
  private final Set<String> known;
  private final List<RuleProblem> problems = new ArrayList<>();

  private Tidy(RuleFolder folder, Set<String> known) {
    this.folder = folder;
    this.known = known;
  }

  /// Looks through a folder.
  ///
  /// @param builtIn ids that the folder may refer to without having them
  public static List<RuleProblem> problems(RuleFolder folder, Set<String> builtIn) {
    Set<String> known = new HashSet<>(builtIn);
    folder.files().forEach(file -> known.add(file.rule().cause().id()));
    var tidy = new Tidy(folder, known);
    Set<String> ids = new HashSet<>();
    for (RuleFile file : folder.files()) {
      String id = file.rule().cause().id();
      if (!ids.add(id)) {
        tidy.add(file.path(), "Another file has the id `" + id + "`, too.", "Join the two.");
      }
      tidy.file(file, builtIn.contains(id));
    }
    tidy.circles();
    tidy.cases();
    return List.copyOf(tidy.problems);
  }

  private void add(String path, String reason, String advice) {
    problems.add(new RuleProblem(path, 0, reason, advice));
  }

  private void file(RuleFile file, boolean override) {
    Rule rule = file.rule();
    Cause cause = rule.cause();
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    if (!name.equals(cause.id() + ".md")) {
      add(file.path(), "The id is `" + cause.id() + "`.", "Name the file " + cause.id() + ".md.");
    }
    if (!cause.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      add(file.path(), "The id is not kebab-case.", "Use lower-case words joined by hyphens.");
    }
    references(file.path(), rule);
    if (override || rule.notOurs()) {
      return;
    }
    if (file.examples().stream().noneMatch(example -> example.expect().equals("first"))) {
      add(
          file.path(),
          "`What you see` has no example that finds this cause first.",
          "Add an `error` block with real output.");
    }
    if (cause.opening().isEmpty()) {
      add(file.path(), "There is no opening.", "Begin with the sentence that answers.");
    }
    if (cause.fixes().isEmpty()) {
      add(file.path(), "There is no `Fix`.", "Add `## Fix: what to do`.");
    }
    if (cause.verify().isEmpty()) {
      add(file.path(), "There is no `Verify`.", "Add a command and what it prints when right.");
    }
    if (cause.references().isEmpty()) {
      add(file.path(), "There is no reference.", "Add AWS's own page.");
    }
    nearMisses(file);
  }

  private void references(String path, Rule rule) {
    Set<String> others = new TreeSet<>(rule.before());
    rule.cause().lookAlikes().stream().map(LookAlike::causeId).forEach(others::add);
    for (String other : others) {
      if (!known.contains(other)) {
        add(path, "There is no cause `" + other + "`.", "Correct the id.");
      }
      if (other.equals(rule.cause().id())) {
        add(path, "The cause refers to itself.", "Take it out.");
      }
    }
  }

  private void nearMisses(RuleFile file) {
    Cause cause = file.rule().cause();
    long misses =
        folder.cases().stream()
            .filter(item -> item.causeId().equals(cause.id()) && !item.expect().equals("first"))
            .count();
    if (!cause.lookAlikes().isEmpty() && misses == 0) {
      add(
          file.path(),
          "There are look-alikes, and no case says what this cause is not.",
          "Add a look-alike's text with `expect=absent` or `expect=listed`.");
    }
  }

  /// `before` must be an order: no cause may come before itself by way of others.
  private void circles() {
    Map<String, List<String>> before = new HashMap<>();
    Map<String, String> paths = new HashMap<>();
    for (RuleFile file : folder.files()) {
      before.put(file.rule().cause().id(), file.rule().before());
      paths.put(file.rule().cause().id(), file.path());
    }
    for (String start : new TreeSet<>(before.keySet())) {
      Set<String> reached = new HashSet<>();
      var waiting = new ArrayList<>(before.getOrDefault(start, List.of()));
      while (!waiting.isEmpty()) {
        String next = waiting.removeLast();
        if (next.equals(start)) {
          add(
              paths.getOrDefault(start, start),
              "`before` leads back to `" + start + "`.",
              "Take one step of the circle out.");
          break;
        }
        if (reached.add(next)) {
          waiting.addAll(before.getOrDefault(next, List.of()));
        }
      }
    }
  }

  private void cases() {
    for (ErrorCase item : folder.cases()) {
      if (!known.contains(item.causeId())) {
        problems.add(
            new RuleProblem(
                item.file(),
                item.line(),
                "There is no cause `" + item.causeId() + "`.",
                "Name the file after its cause."));
      }
      if (KeyIds.containsReal(item.text())) {
        problems.add(
            new RuleProblem(
                item.file(),
                item.line(),
                "The text holds what looks like somebody's access key id.",
                "Use AKIAIOSFODNN7EXAMPLE or ASIAIOSFODNN7EXAMPLE."));
      }
    }
  }
}
