package io.credfix.diagnose;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import io.credfix.bench.Pastes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The built-in rulebook's phrases and codes as regular expressions, over the texts of
/// [MatchBenchmark]. An expression finds less than a phrase: it takes white space between words
/// for white space, but knows no boxes, colours, escapes or breaks inside a word.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class SideBySideBenchmark {
  @Param({"300", "4096", "65536"})
  int size;

  @Param({"javaRegexLoop", "re2jLoop", "hyperscan"})
  String engine;

  private Engine scan;
  private Pastes pastes;

  private interface Engine extends AutoCloseable {
    int matches(String text);

    @Override
    default void close() {}
  }

  /// Compiles the expressions.
  @Setup(Level.Trial)
  public void prepare() throws CompileErrorException {
    pastes = new Pastes(size);
    List<String> expressions = expressions(Rulebook.builtIn());
    System.out.println("# " + expressions.size() + " expressions");
    scan =
        switch (engine) {
          case "javaRegexLoop" -> javaRegex(expressions);
          case "re2jLoop" -> re2j(expressions);
          default -> new Hyperscan(expressions);
        };
  }

  /// Frees native memory.
  @TearDown(Level.Trial)
  public void close() throws Exception {
    scan.close();
  }

  /// All expressions over one text.
  @Benchmark
  public int match() {
    return scan.matches(pastes.next());
  }

  private static Engine javaRegex(List<String> expressions) {
    List<Pattern> patterns = new ArrayList<>();
    int flags = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    expressions.forEach(expression -> patterns.add(Pattern.compile(expression, flags)));
    return text -> {
      int found = 0;
      for (Pattern pattern : patterns) {
        found += pattern.matcher(text).find() ? 1 : 0;
      }
      return found;
    };
  }

  private static Engine re2j(List<String> expressions) {
    List<com.google.re2j.Pattern> patterns = new ArrayList<>();
    int flags = com.google.re2j.Pattern.CASE_INSENSITIVE | com.google.re2j.Pattern.DOTALL;
    expressions.forEach(
        expression -> patterns.add(com.google.re2j.Pattern.compile(expression, flags)));
    return text -> {
      int found = 0;
      for (com.google.re2j.Pattern pattern : patterns) {
        found += pattern.matcher(text).find() ? 1 : 0;
      }
      return found;
    };
  }

  private static final class Hyperscan implements Engine {
    private final Database database;
    private final Scanner scanner = new Scanner();

    Hyperscan(List<String> expressions) throws CompileErrorException {
      List<Expression> compiled = new ArrayList<>();
      var flags =
          EnumSet.of(ExpressionFlag.CASELESS, ExpressionFlag.DOTALL, ExpressionFlag.SINGLEMATCH);
      for (int i = 0; i < expressions.size(); i++) {
        compiled.add(new Expression(expressions.get(i), flags, i));
      }
      database = Database.compile(compiled);
      scanner.allocScratch(database);
    }

    @Override
    public int matches(String text) {
      return scanner.scan(database, text).size();
    }

    @Override
    public void close() {
      scanner.close();
      database.close();
    }
  }

  /// Every distinct phrase and code as an expression.
  private static List<String> expressions(Rulebook rulebook) {
    Set<String> all = new LinkedHashSet<>();
    for (Rule rule : rulebook.rules()) {
      rule.signatures().forEach(signature -> add(signature.conditions(), all));
      rule.evidence().forEach(evidence -> add(evidence.conditions(), all));
    }
    return List.copyOf(all);
  }

  private static void add(List<Condition> conditions, Set<String> all) {
    for (Condition condition : conditions) {
      switch (condition.key().match()) {
        case PHRASE, WORD -> condition.values().forEach(value -> all.add(expression(value)));
        case EXACT, GLOB, REGEX -> {}
      }
    }
  }

  private static String expression(String phrase) {
    String text = phrase.strip().replace("...", "…");
    var out = new StringBuilder();
    for (String piece : text.split("…", -1)) {
      var words = new StringBuilder();
      for (String word : piece.strip().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.append(words.isEmpty() ? "" : "\\s+").append(escaped(word));
        }
      }
      if (!words.isEmpty()) {
        out.append(out.isEmpty() ? "" : ".{0,300}?").append(words);
      }
    }
    return out.toString();
  }

  private static String escaped(String word) {
    var out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || c > 127;
      out.append(plain ? "" : "\\").append(c);
    }
    return out.toString();
  }
}
