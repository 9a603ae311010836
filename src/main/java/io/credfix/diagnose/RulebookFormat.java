package io.credfix.diagnose;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rulebook's binary form: a magic number, a format version, then every record in the order of
/// its components. Texts are a byte count and UTF-8. Read into memory at once, without reflection;
/// the rules stand behind a table of their places and are decoded one by one, when needed.
// Written and read by the same build: the enums cannot differ. Buffers wrap a whole array.
@SuppressWarnings({"EnumOrdinal", "ByteBufferBackingArray"})
public final class RulebookFormat {
  private static final int MAGIC = 0x43524658;
  private static final int FORMAT = 4;

  private static final ConditionKey[] KEYS = ConditionKey.values();
  private static final Likelihood[] LIKELIHOODS = Likelihood.values();

  private RulebookFormat() {}

  /// Writes a rulebook.
  public static void write(Rulebook book, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    text(out, book.version());
    stored(out, book.rules(), RulebookFormat::rule);
    index(out, book.index());
    each(out, book.questions(), RulebookFormat::question);
    each(
        out,
        sorted(book.variables()),
        (to, entry) -> {
          text(to, entry.getKey());
          text(to, entry.getValue());
        });
    book.phrases().write(out);
  }

  /// Reads a rulebook; the bytes are kept.
  ///
  /// @throws IOException when the bytes are not a rulebook of this format
  public static Rulebook read(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < 8 || in.getInt() != MAGIC || in.getInt() != FORMAT) {
      throw new IOException("not a rulebook of format " + FORMAT);
    }
    String version = text(in);
    List<Rule> rules = StoredRules.read(in);
    RuleIndex index = index(in);
    List<QuestionRule> questions = all(in, RulebookFormat::question);
    Map<String, String> variables = new HashMap<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      variables.put(text(in), text(in));
    }
    return new Rulebook(version, rules, index, questions, variables, PhraseIndex.read(in));
  }

  private static void index(DataOutputStream out, RuleIndex index) throws IOException {
    stored(out, index.ids(), RulebookFormat::bytes);
    Arrays32.write(out, index.byId());
    stored(out, index.codes(), RulebookFormat::bytes);
    Arrays32.write(out, index.start());
    Arrays32.write(out, index.rules());
    Arrays32.write(out, index.recognitionKeys());
    Arrays32.write(out, index.keys());
    each(
        out,
        List.copyOf(index.byValue().entrySet()),
        (to, gates) -> {
          to.writeByte(gates.getKey().ordinal());
          each(
              to,
              List.copyOf(gates.getValue().entrySet()),
              (target, entry) -> {
                text(target, entry.getKey());
                Arrays32.write(target, entry.getValue());
              });
        });
    Arrays32.write(out, index.always());
  }

  private static RuleIndex index(ByteBuffer in) {
    List<String> ids = StoredTexts.read(in);
    int[] byId = Arrays32.read(in);
    List<String> codes = StoredTexts.read(in);
    int[] start = Arrays32.read(in);
    int[] rules = Arrays32.read(in);
    int[] recognitionKeys = Arrays32.read(in);
    int[] keys = Arrays32.read(in);
    Map<ConditionKey, Map<String, int[]>> byValue = new EnumMap<>(ConditionKey.class);
    for (int left = in.getInt(); left > 0; left--) {
      ConditionKey key = KEYS[in.get()];
      Map<String, int[]> gates = new HashMap<>();
      for (int count = in.getInt(); count > 0; count--) {
        gates.put(text(in), Arrays32.read(in));
      }
      byValue.put(key, gates);
    }
    return new RuleIndex(
        ids, byId, codes, start, rules, recognitionKeys, keys, byValue, Arrays32.read(in));
  }

  private static void rule(DataOutputStream out, Rule rule) throws IOException {
    text(out, rule.id());
    each(out, rule.signatures(), RulebookFormat::signature);
    each(out, rule.evidence(), RulebookFormat::evidence);
    each(out, rule.before(), RulebookFormat::text);
    out.writeBoolean(rule.notOurs());
    // Last, because it is read only of rules that a reader is told about.
    cause(out, rule.cause());
  }

  static Rule rule(ByteBuffer in) {
    String id = text(in);
    List<Signature> signatures = all(in, RulebookFormat::signature);
    List<Evidence> evidence = all(in, RulebookFormat::evidence);
    List<String> before = all(in, RulebookFormat::text);
    boolean notOurs = in.get() != 0;
    int start = in.position();
    byte[] data = in.array();
    return new Rule(
        id,
        () -> cause(ByteBuffer.wrap(data).position(start)),
        signatures,
        evidence,
        before,
        notOurs);
  }

  private static void cause(DataOutputStream out, Cause cause) throws IOException {
    for (String part :
        List.of(
            cause.id(),
            cause.title(),
            cause.family(),
            cause.opening(),
            cause.seen(),
            cause.why(),
            cause.verify(),
            cause.prevention(),
            cause.actor())) {
      text(out, part);
    }
    each(
        out,
        cause.fixes(),
        (to, fix) -> {
          text(to, fix.title());
          each(to, fix.conditions(), RulebookFormat::condition);
          text(to, fix.markdown());
        });
    each(
        out,
        cause.lookAlikes(),
        (to, other) -> {
          text(to, other.causeId());
          text(to, other.tell());
        });
    each(
        out,
        cause.references(),
        (to, reference) -> {
          text(to, reference.title());
          text(to, reference.url());
        });
    each(out, cause.codes(), RulebookFormat::text);
  }

  private static Cause cause(ByteBuffer in) {
    String id = text(in);
    String title = text(in);
    String family = text(in);
    String opening = text(in);
    String seen = text(in);
    String why = text(in);
    String verify = text(in);
    String prevention = text(in);
    String actor = text(in);
    List<Fix> fixes =
        all(in, from -> new Fix(text(from), all(from, RulebookFormat::condition), text(from)));
    List<LookAlike> lookAlikes = all(in, from -> new LookAlike(text(from), text(from)));
    List<Reference> references = all(in, from -> new Reference(text(from), text(from)));
    List<String> codes = all(in, RulebookFormat::text);
    return new Cause(
        id,
        title,
        family,
        opening,
        seen,
        why,
        fixes,
        verify,
        prevention,
        actor,
        lookAlikes,
        references,
        codes);
  }

  private static void signature(DataOutputStream out, Signature signature) throws IOException {
    each(out, signature.conditions(), RulebookFormat::condition);
    out.writeByte(signature.makesIt().ordinal());
    text(out, signature.because());
  }

  private static Signature signature(ByteBuffer in) {
    return new Signature(all(in, RulebookFormat::condition), LIKELIHOODS[in.get()], text(in));
  }

  private static void evidence(DataOutputStream out, Evidence evidence) throws IOException {
    each(out, evidence.conditions(), RulebookFormat::condition);
    out.writeByte(evidence.makesIt() == null ? -1 : evidence.makesIt().ordinal());
    text(out, evidence.because());
  }

  private static Evidence evidence(ByteBuffer in) {
    List<Condition> conditions = all(in, RulebookFormat::condition);
    int level = in.get();
    @Nullable Likelihood makesIt = level < 0 ? null : LIKELIHOODS[level];
    return new Evidence(conditions, makesIt, text(in));
  }

  private static void condition(DataOutputStream out, Condition condition) throws IOException {
    out.writeByte(condition.key().ordinal());
    out.writeBoolean(condition.negated());
    each(out, condition.values(), RulebookFormat::text);
    Arrays32.write(out, condition.phrases().stream().mapToInt(Integer::intValue).toArray());
  }

  private static Condition condition(ByteBuffer in) {
    ConditionKey key = KEYS[in.get()];
    boolean negated = in.get() != 0;
    boolean numbered =
        key.match() == ConditionKey.Match.PHRASE || key.match() == ConditionKey.Match.WORD;
    return new Condition(
        key,
        negated,
        numbered ? LateTexts.read(in) : all(in, RulebookFormat::text),
        Numbers.of(Arrays32.read(in)));
  }

  private static void question(DataOutputStream out, QuestionRule question) throws IOException {
    text(out, question.id());
    text(out, question.text());
    each(
        out,
        question.answers(),
        (to, answer) -> {
          text(to, answer.id());
          text(to, answer.text());
          each(
              to,
              sorted(answer.sets()),
              (target, entry) -> {
                target.writeByte(entry.getKey().ordinal());
                text(target, entry.getValue());
              });
        });
  }

  private static QuestionRule question(ByteBuffer in) {
    return new QuestionRule(
        text(in),
        text(in),
        all(
            in,
            from -> {
              String id = text(from);
              String words = text(from);
              Map<ConditionKey, String> sets = new HashMap<>();
              int count = from.getInt();
              for (int i = 0; i < count; i++) {
                sets.put(KEYS[from.get()], text(from));
              }
              return new QuestionRule.AnswerRule(id, words, sets);
            }));
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void bytes(DataOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    int start = in.position();
    in.position(start + length);
    return new String(in.array(), start, length, StandardCharsets.UTF_8);
  }

  /// A table of where each item begins, one more for the end, then the items.
  private static <T> void stored(DataOutputStream out, List<T> items, ItemWriter<T> writer)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var starts = new int[items.size() + 1];
    try (var to = new DataOutputStream(bytes)) {
      for (int i = 0; i < items.size(); i++) {
        writer.write(to, items.get(i));
        starts[i + 1] = to.size();
      }
    }
    Arrays32.write(out, starts);
    bytes.writeTo(out);
  }

  private static <T> void each(DataOutputStream out, List<T> items, ItemWriter<T> writer)
      throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      writer.write(out, item);
    }
  }

  private static <T> List<T> all(ByteBuffer in, Function<ByteBuffer, T> reader) {
    int count = in.getInt();
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(reader.apply(in));
    }
    return items;
  }

  private interface ItemWriter<T> {
    void write(DataOutputStream out, T item) throws IOException;
  }

  /// In the order of keys: a map's own order differs from run to run, and the same rules are to
  /// give the same bytes.
  private static <K extends Comparable<? super K>, V> List<Map.Entry<K, V>> sorted(Map<K, V> map) {
    return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }
}
