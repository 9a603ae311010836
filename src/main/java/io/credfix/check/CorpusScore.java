package io.credfix.check;

import io.credfix.Explainer;
import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Likelihood;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.KeyPrefix;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.redact.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rules do on labelled texts.
///
/// @param results one for each text
/// @param baselines what can be had without rules
/// @param suspectWords words of the rules that only one of the texts holds
public record CorpusScore(
    List<Result> results,
    List<Baselines.Figure> baselines,
    List<SuspectWords.Suspect> suspectWords) {
  /// Copies the lists.
  public CorpusScore {
    results = List.copyOf(results);
    baselines = List.copyOf(baselines);
    suspectWords = List.copyOf(suspectWords);
  }

  /// One item's outcome.
  ///
  /// @param id of the item
  /// @param expected the right cause or `unrecognized`
  /// @param also further right causes
  /// @param found what the rules listed, the best first
  /// @param likelihood of the first
  /// @param expectedCode null: not judged
  /// @param code what was read
  /// @param expectedOperation null: not judged
  /// @param operation what was read
  public record Result(
      String id,
      String expected,
      List<String> also,
      List<String> found,
      @Nullable Likelihood likelihood,
      @Nullable String expectedCode,
      @Nullable String code,
      @Nullable String expectedOperation,
      @Nullable String operation) {
    /// Copies the lists.
    public Result {
      also = List.copyOf(also);
      found = List.copyOf(found);
    }

    /// What was named first, `unrecognized` when nothing was.
    public String first() {
      return found.isEmpty() ? "unrecognized" : found.getFirst();
    }

    /// True for texts that are no failure of ours.
    public boolean negative() {
      return expected.equals("unrecognized");
    }

    /// True when a right cause is among the first `count`; for negatives: when nothing was found.
    public boolean right(int count) {
      if (negative()) {
        return found.isEmpty();
      }
      return found.stream().limit(count).anyMatch(id -> id.equals(expected) || also.contains(id));
    }

    /// True when `certain` was said of a wrong cause.
    public boolean wronglyCertain() {
      return likelihood == Likelihood.CERTAIN && !right(1);
    }

    /// True when the code is right or not judged.
    public boolean codeRight() {
      return expectedCode == null || expectedCode.equals(code);
    }

    /// True when the operation is right or not judged.
    public boolean operationRight() {
      return expectedOperation == null || expectedOperation.equals(operation);
    }
  }

  /// Scores a rulebook on a JSON Lines file.
  public static CorpusScore of(Rulebook rulebook, Path corpus) throws IOException {
    var explainer = new Explainer(rulebook);
    List<Result> results = new ArrayList<>();
    List<CorpusItem> items = CorpusItem.read(corpus);
    for (CorpusItem item : items) {
      @Nullable KeyPrefix key =
          item.keyPrefix() != null
                  && KeyPrefixInput.read(item.keyPrefix())
                      instanceof KeyPrefixInput.Accepted accepted
              ? accepted.prefix()
              : null;
      Diagnosis diagnosis =
          explainer
              .explain(
                  Submission.of(item.text()),
                  new StatedContext(key, null, null, null, null, null, Map.of()),
                  false)
              .diagnosis();
      results.add(
          new Result(
              item.id(),
              item.cause(),
              item.also(),
              diagnosis.causes().stream().map(cause -> cause.cause().id()).toList(),
              diagnosis.recognized() ? diagnosis.causes().getFirst().likelihood() : null,
              item.code(),
              diagnosis.report().primary().code(),
              item.operation(),
              diagnosis.report().primary().operation()));
    }
    return new CorpusScore(results, Baselines.of(items), SuspectWords.of(rulebook, items));
  }
}
