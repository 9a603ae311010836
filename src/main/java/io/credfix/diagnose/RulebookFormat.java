package io.credfix.diagnose;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rulebook's binary form: a magic number, a format version, then every record in the order of
/// its components. Texts are a byte count and UTF-8. Read in one pass, without reflection.
@SuppressWarnings("EnumOrdinal") // written and read by the same build: the enums cannot differ
public final class RulebookFormat {
  private static final int MAGIC = 0x43524658;
  private static final int FORMAT = 1;

  private RulebookFormat() {}

  /// Writes a rulebook.
  public static void write(Rulebook book, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(FORMAT);
    text(out, book.version());
    each(out, book.rules(), RulebookFormat::rule);
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

  /// Reads a rulebook.
  ///
  /// @throws IOException when the bytes are not a rulebook of this format
  static Rulebook read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
      throw new IOException("not a rulebook of format " + FORMAT);
    }
    String version = text(in);
    List<Rule> rules = all(in, RulebookFormat::rule);
    List<QuestionRule> questions = all(in, RulebookFormat::question);
    Map<String, String> variables = new HashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      variables.put(text(in), text(in));
    }
    return new Rulebook(version, rules, questions, variables, PhraseIndex.read(in));
  }

  private static void rule(DataOutputStream out, Rule rule) throws IOException {
    cause(out, rule.cause());
    each(out, rule.signatures(), RulebookFormat::signature);
    each(out, rule.evidence(), RulebookFormat::evidence);
    each(out, rule.before(), RulebookFormat::text);
    out.writeBoolean(rule.notOurs());
  }

  private static Rule rule(DataInputStream in) throws IOException {
    return new Rule(
        cause(in),
        all(in, RulebookFormat::signature),
        all(in, RulebookFormat::evidence),
        all(in, RulebookFormat::text),
        in.readBoolean());
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

  private static Cause cause(DataInputStream in) throws IOException {
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

  private static Signature signature(DataInputStream in) throws IOException {
    return new Signature(
        all(in, RulebookFormat::condition), Likelihood.values()[in.readByte()], text(in));
  }

  private static void evidence(DataOutputStream out, Evidence evidence) throws IOException {
    each(out, evidence.conditions(), RulebookFormat::condition);
    out.writeByte(evidence.makesIt() == null ? -1 : evidence.makesIt().ordinal());
    text(out, evidence.because());
  }

  private static Evidence evidence(DataInputStream in) throws IOException {
    List<Condition> conditions = all(in, RulebookFormat::condition);
    int level = in.readByte();
    @Nullable Likelihood makesIt = level < 0 ? null : Likelihood.values()[level];
    return new Evidence(conditions, makesIt, text(in));
  }

  private static void condition(DataOutputStream out, Condition condition) throws IOException {
    out.writeByte(condition.key().ordinal());
    out.writeBoolean(condition.negated());
    each(out, condition.values(), RulebookFormat::text);
    each(out, condition.phrases(), DataOutputStream::writeInt);
  }

  private static Condition condition(DataInputStream in) throws IOException {
    return new Condition(
        ConditionKey.values()[in.readByte()],
        in.readBoolean(),
        all(in, RulebookFormat::text),
        all(in, DataInputStream::readInt));
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

  private static QuestionRule question(DataInputStream in) throws IOException {
    return new QuestionRule(
        text(in),
        text(in),
        all(
            in,
            from -> {
              String id = text(from);
              String words = text(from);
              Map<ConditionKey, String> sets = new HashMap<>();
              int count = from.readInt();
              for (int i = 0; i < count; i++) {
                sets.put(ConditionKey.values()[from.readByte()], text(from));
              }
              return new QuestionRule.AnswerRule(id, words, sets);
            }));
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    var bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static <T> void each(DataOutputStream out, List<T> items, ItemWriter<T> writer)
      throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      writer.write(out, item);
    }
  }

  private static <T> List<T> all(DataInputStream in, ItemReader<T> reader) throws IOException {
    int count = in.readInt();
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(reader.read(in));
    }
    return items;
  }

  private interface ItemWriter<T> {
    void write(DataOutputStream out, T item) throws IOException;
  }

  private interface ItemReader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /// In the order of keys: a map's own order differs from run to run, and the same rules are to
  /// give the same bytes.
  private static <K extends Comparable<? super K>, V> List<Map.Entry<K, V>> sorted(Map<K, V> map) {
    return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }
}
