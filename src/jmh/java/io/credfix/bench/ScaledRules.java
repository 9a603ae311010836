package io.credfix.bench;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Condition;
import io.credfix.diagnose.ConditionKey;
import io.credfix.diagnose.Evidence;
import io.credfix.diagnose.QuestionRule;
import io.credfix.diagnose.Rule;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.RulebookBuilder;
import io.credfix.diagnose.RulebookFormat;
import io.credfix.diagnose.Signature;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The built-in rulebook, or one several times its size: every copy of a rule has an id of its own
/// and looks for words of its own, which begin as the built-in ones do and differ in the middle.
public final class ScaledRules {
  private static final Path FOLDER = Path.of("target", "bench");

  private ScaledRules() {}

  /// The rulebook, read from its binary form as the artifact's is.
  ///
  /// @param times how many times the built-in rules, 1 for these alone
  public static Rulebook times(int times) {
    try {
      if (times == 1) {
        return Rulebook.builtIn();
      }
      Path file = FOLDER.resolve("rulebook-" + times + ".bin");
      Path builtIn = Path.of("target", "classes", "rulebook.bin");
      boolean fresh =
          Files.exists(file)
              && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(builtIn)) > 0;
      if (!fresh) {
        Files.createDirectories(FOLDER);
        try (var out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
          RulebookFormat.write(scaled(times), out);
        }
      }
      return RulebookFormat.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rulebook scaled(int times) {
    Rulebook builtIn = Rulebook.builtIn();
    List<Rule> rules = new ArrayList<>(builtIn.rules());
    List<QuestionRule> questions = builtIn.questions();
    for (int copy = 1; copy < times; copy++) {
      String tag = "x" + copy;
      for (Rule rule : builtIn.rules()) {
        rules.add(renamed(rule, tag));
      }
    }
    return RulebookBuilder.build(builtIn.version(), rules, questions, builtIn.variables());
  }

  private static Rule renamed(Rule rule, String tag) {
    Cause cause = rule.cause();
    return new Rule(
        new Cause(
            cause.id() + "-" + tag,
            cause.title(),
            cause.family(),
            cause.opening(),
            cause.seen(),
            cause.why(),
            cause.fixes(),
            cause.verify(),
            cause.prevention(),
            cause.actor(),
            cause.lookAlikes(),
            cause.references(),
            cause.codes().stream().map(code -> code + tag).toList()),
        rule.signatures().stream()
            .map(s -> new Signature(conditions(s.conditions(), tag, true), s.makesIt(), s.because()))
            .toList(),
        rule.evidence().stream()
            .map(e -> new Evidence(conditions(e.conditions(), tag, false), e.makesIt(), e.because()))
            .toList(),
        rule.before().stream().map(id -> id + "-" + tag).toList(),
        rule.notOurs());
  }

  /// @param recognizes true: some condition must change, or the copy would be found as well
  private static List<Condition> conditions(
      List<Condition> conditions, String tag, boolean recognizes) {
    boolean reads =
        conditions.stream()
            .anyMatch(c -> c.key().match() == ConditionKey.Match.PHRASE || isCode(c));
    return conditions.stream()
        .map(
            condition ->
                condition.key().match() == ConditionKey.Match.PHRASE
                        || isCode(condition)
                        || recognizes && !reads && !condition.negated()
                    ? new Condition(
                        condition.key(),
                        condition.negated(),
                        condition.values().stream().map(value -> renamed(value, tag)).toList(),
                        List.of())
                    : condition)
        .toList();
  }

  private static boolean isCode(Condition condition) {
    return condition.key() == ConditionKey.CODE;
  }

  /// `The security token included` → `The security tokenx7 included`; a code gets its tag behind.
  private static String renamed(String value, String tag) {
    int space = value.indexOf(' ', value.length() / 2);
    if (space < 0) {
      space = value.lastIndexOf(' ');
    }
    boolean code = space < 0 && !value.endsWith("…") && !value.endsWith("...");
    if (code) {
      return value + tag;
    }
    return space < 0 ? tag + value : value.substring(0, space) + tag + value.substring(space);
  }
}
