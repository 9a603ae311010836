package io.credfix.redact;

import io.credfix.redact.Findings.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Replaces every secret of a submission by a label. Immutable and thread-safe.
///
/// Work is linear in the text: every scanner goes over it once. What they look for is the data of
/// `secret-shapes.json`; `web/redact.js` does the same with the same data.
public final class Redactor {
  /// The longest encoded authorization message. Source: STS API Reference,
  /// DecodeAuthorizationMessage.
  static final int MAX_MESSAGE = 10_240;

  /// A removed secret can make another one visible; in practice the second run finds none.
  private static final int MAX_RUNS = 6;

  private static final int[] NOTHING = {};

  private final SecretShapes shapes = SecretShapes.builtIn();

  /// The text without its secrets.
  public Redacted redact(Submission submission) {
    String text = submission.errorText();
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<KeyPrefix> keysSeen = new LinkedHashSet<>();
    @Nullable String message = null;
    for (int run = 0; run < MAX_RUNS; run++) {
      View view = View.of(text, shapes);
      Findings findings = find(view);
      List<Span> spans = findings.spans();
      keysSeen.addAll(findings.keysSeen());
      message = message == null ? findings.message() : message;
      int width = View.wrapWidth(text);
      if (width > 0) {
        Findings more = find(view.unwrapped(width));
        spans.addAll(more.spans());
        keysSeen.addAll(more.keysSeen());
        message = longer(message, more.message());
      }
      int[] affixes = LineAffixes.of(text, view.source(), shapes);
      if (affixes.length > 0) {
        Findings more = find(view.without(affixes));
        spans.addAll(findings.notKept(more.spans()));
        keysSeen.addAll(more.keysSeen());
      }
      int[] inner = view.mayHideLines() ? view.ranges(LineAffixes.of(view, shapes)) : NOTHING;
      if (inner.length > 0 && !Arrays.equals(inner, affixes)) {
        Findings more = find(view.without(inner));
        spans.addAll(findings.notKept(more.spans()));
        keysSeen.addAll(more.keysSeen());
      }
      if (spans.isEmpty()) {
        break;
      }
      text = replace(text, Findings.merged(spans), counts);
    }
    List<Redaction> redactions = new ArrayList<>();
    counts.forEach((kind, count) -> redactions.add(new Redaction(kind, count)));
    return new Redacted(text, redactions, distinct(keysSeen), message);
  }

  private static @Nullable String longer(@Nullable String one, @Nullable String other) {
    return one == null || other != null && other.length() > one.length() ? other : one;
  }

  private Findings find(View view) {
    Findings findings = new Findings(view, shapes);
    TokenScanner tokens = new TokenScanner(findings);
    tokens.keyIds();
    new NamedValueScanner(findings).scan();
    new CredentialPairs(findings).bundler();
    new ForeignNames(findings).scan();
    new BlockScanner(findings).scan();
    new KubernetesScanner(findings).scan();
    new AddressScanner(findings).scan();
    new LineScanner(findings).scan();
    new PipeScanner(findings).scan();
    new LeaderScanner(findings).scan();
    new EvaluationLog(findings).scan();
    tokens.prefixed();
    tokens.bare();
    return findings;
  }

  private static String replace(String text, List<Span> spans, Map<String, Integer> counts) {
    var out = new StringBuilder(text.length());
    int done = 0;
    for (Span span : spans) {
      out.append(text, done, span.start()).append(span.label());
      done = span.end();
      if (!span.kind().isEmpty()) {
        counts.merge(span.kind(), 1, Integer::sum);
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  /// A label tells less of a key than the key itself: one entry each is enough.
  private static List<KeyPrefix> distinct(Set<KeyPrefix> seen) {
    List<KeyPrefix> keys = new ArrayList<>();
    for (KeyPrefix key : seen) {
      boolean told =
          key.accountId() == null
              && seen.stream()
                  .anyMatch(
                      other ->
                          other.accountId() != null
                              && other.kind() == key.kind()
                              && other.prefix().equals(key.prefix()));
      if (!told) {
        keys.add(key);
      }
    }
    return keys;
  }
}
