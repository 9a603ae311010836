package io.credfix.redact;

import io.credfix.redact.SecretShape.Alphabet;
import io.credfix.redact.SecretShape.Flagged;
import io.credfix.redact.SecretShape.Named;
import io.credfix.redact.SecretShape.Need;
import io.credfix.redact.SecretShape.Prefixed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What secrets look like: the data of `secret-shapes.json`, which the browser reads, too.
final class SecretShapes {
  private static final int LONGEST_LABEL = 64;
  private static final String FILE = "secret-shapes.json";

  private static final Named[] NONE = {};

  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Set<String> labelWords = new HashSet<>();
  private final Named[][] names = new Named[1 << 14][];
  private final List<Named> foreign = new ArrayList<>();
  private final Set<String> commands = new HashSet<>();
  private final List<List<Prefixed>> prefixed = new ArrayList<>();
  private final List<Flagged> flagged = new ArrayList<>();
  private final Map<String, String> schemes = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final NameEnds nameEnds = new NameEnds();
  private final boolean[] prefixStarts = new boolean[1 << 14];
  private final boolean[] flagStarts = new boolean[1 << 14];
  private final boolean[] showingStarts = new boolean[1 << 14];
  private final String printingStart;
  private final int longestBefore;

  private SecretShapes(Map<?, ?> file) {
    map(file, "labels").forEach((kind, words) -> labels.put(kind, words));
    labelWords.addAll(labels.values());
    for (Object entry : list(file, "names")) {
      Map<?, ?> name = (Map<?, ?>) entry;
      for (String end : strings(name, "ends")) {
        var shape =
            new Named(
                string(name, "kind", ""),
                end,
                flag(name, "word"),
                flag(name, "aws"),
                Need.valueOf(
                    string(name, "need", "any").toUpperCase(Locale.ROOT).replace('-', '_')));
        add(shape);
      }
    }
    for (Object entry : list(file, "foreign")) {
      Map<?, ?> name = (Map<?, ?>) entry;
      for (String word : strings(name, "words")) {
        foreign.add(new Named(string(name, "kind", ""), word, false, false, Need.ANY));
      }
    }
    for (String list : List.of("keep", "message")) {
      for (String end : strings(file, list)) {
        add(new Named(list, end, false, false, Need.ANY));
      }
    }
    for (int i = 0; i < 128; i++) {
      prefixed.add(new ArrayList<>());
    }
    for (Object entry : list(file, "shapes")) {
      Map<?, ?> shape = (Map<?, ?>) entry;
      for (String start : strings(shape, "starts")) {
        prefixed
            .get(start.charAt(0))
            .add(
                new Prefixed(
                    string(shape, "kind", ""),
                    start,
                    Alphabet.valueOf(string(shape, "alphabet", "").toUpperCase(Locale.ROOT)),
                    ((Number) java.util.Objects.requireNonNull(shape.get("min"))).intValue(),
                    flag(shape, "random"),
                    flag(shape, "shown")));
      }
    }
    for (Object entry : list(file, "commands")) {
      Map<?, ?> shape = (Map<?, ?>) entry;
      flagged.add(
          new Flagged(
              "password",
              strings(shape, "commands"),
              strings(shape, "flags"),
              string(shape, "part", "")));
    }
    flagged.forEach(shape -> commands.addAll(shape.commands()));
    schemes.putAll(map(file, "schemes"));
    for (String key :
        List.of(
            "keyLetters",
            "tails",
            "notBefore",
            "codeBefore",
            "verbs",
            "keep",
            "message",
            "valueNames",
            "copulas",
            "laterCopulas",
            "states",
            "stateEnds",
            "foreignVerbs",
            "foreignBrackets",
            "harmless",
            "assigning",
            "references",
            "errorEnds",
            "fakes",
            "functions",
            "blockLeads",
            "pemHeaders",
            "samlPrefixes",
            "samlElements",
            "promptWords",
            "printingCommands",
            "showingCommands",
            "argumentCommands",
            "slashCommands",
            "slashFlags",
            "pipedInto",
            "pipedThrough",
            "echoes",
            "pairNames",
            "nameHeadings",
            "exampleKeys")) {
      List<String> values = strings(file, key);
      lists.put(key, values);
      words.put(key, Set.copyOf(values));
    }
    words.put("words", Set.copyOf(List.of(string(file, "words", "").split(" "))));
    longestBefore = list("assigning").stream().mapToInt(String::length).reduce(5, Math::max);
    printingStart = commonStart(list("printingCommands"));
    noteBeginnings();
  }

  /// What tells most places of a text from all that is looked for.
  private void noteBeginnings() {
    List.of("tails", "valueNames").forEach(list -> list(list).forEach(nameEnds::add));
    schemes.keySet().forEach(nameEnds::add);
    List.of("arn", "securestring", "valuefrom").forEach(nameEnds::add);
    for (List<Prefixed> bucket : prefixed) {
      bucket.forEach(shape -> prefixStarts[pair(shape.start(), 0)] = true);
    }
    list("showingCommands").forEach(command -> showingStarts[pair(command, 0)] = true);
    for (Flagged shape : flagged) {
      for (String flag : shape.flags()) {
        flagStarts[flag.startsWith("--") ? pair(flag, 1) : flag.charAt(1) << 7] = true;
      }
    }
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 7 | text.charAt(at + 1);
  }

  private static String commonStart(List<String> texts) {
    String common = texts.isEmpty() ? "" : texts.getFirst();
    for (String text : texts) {
      while (!text.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common;
  }

  /// What names end like: those of secrets, and others that a reader of names knows.
  NameEnds nameEnds() {
    return nameEnds;
  }

  /// False when no prefixed shape begins with these two characters.
  boolean mayBePrefix(char first, char second) {
    return (first | second) < 128 && prefixStarts[first << 7 | second];
  }

  /// False when no command that shows a secret begins with these two characters.
  boolean mayShow(char first, char second) {
    return (first | second) < 128 && showingStarts[first << 7 | second];
  }

  /// False when no flag has these characters behind its dash.
  boolean mayBeFlag(char first, char second) {
    return first < 128
        && (flagStarts[first << 7] || second < 128 && flagStarts[first << 7 | second]);
  }

  /// The length of the longest word that changes what the name behind it means.
  int longestBefore() {
    return longestBefore;
  }

  /// What every command that prints a secret begins with.
  String printingStart() {
    return printingStart;
  }

  /// The shapes that travel in the artifact.
  static SecretShapes builtIn() {
    try (InputStream in = SecretShapes.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new SecretShapes(
          ShapeFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands in the place of a secret.
  String label(String kind) {
    return "[" + labels.getOrDefault(kind, kind) + " removed]";
  }

  /// What stands in the place of a key id; its four letters stay.
  String keyLabel(String letters, boolean example) {
    return "[" + (example ? "example access key id " : "access key id ") + letters + "… removed]";
  }

  /// What stands in the place of an encoded authorization message.
  static String messageLabel() {
    return "[encoded authorization message]";
  }

  /// Where a label of ours that begins with a bracket ends; -1: it is none.
  int labelEnd(char[] text, int bracket) {
    int end = bracket + 1;
    int limit = Math.min(text.length, bracket + LONGEST_LABEL);
    while (end < limit && text[end] != ']' && text[end] != '[' && text[end] != '\n') {
      end++;
    }
    // All of them end in `removed` or `message`.
    boolean may =
        end < text.length
            && text[end] == ']'
            && end - bracket > 6
            && (text[end - 1] == 'd' || text[end - 1] == 'e');
    return may && isLabel(new String(text, bracket + 1, end - bracket - 1)) ? end + 1 : -1;
  }

  /// True when the words between brackets are a label of ours.
  private boolean isLabel(String inside) {
    if (inside.equals("encoded authorization message")) {
      return true;
    }
    if (!inside.endsWith(" removed")) {
      return false;
    }
    return labelWords.contains(inside.substring(0, inside.length() - 8))
        || !lettersOf(inside).isEmpty();
  }

  /// `ASIA` for the label of such a key id, `=AKIA` for an example; else empty.
  String lettersOf(String inside) {
    boolean example = inside.startsWith("example ");
    String rest = example ? inside.substring(8) : inside;
    if (rest.length() != 27 || !rest.startsWith("access key id ") || !rest.endsWith("… removed")) {
      return "";
    }
    String letters = rest.substring(14, 18);
    return has("keyLetters", letters) ? (example ? "=" : "") + letters : "";
  }

  /// Named shapes whose end has these two last characters, the longest first.
  Named[] names(char beforeLast, char last) {
    Named[] bucket = names[beforeLast << 7 | last];
    return bucket == null ? NONE : bucket;
  }

  /// Names that are not written in ASCII, as they stand in a text.
  List<Named> foreign() {
    return Collections.unmodifiableList(foreign);
  }

  /// Prefixed shapes by first character.
  List<Prefixed> prefixed(char first) {
    return first < 128 ? prefixed.get(first) : List.of();
  }

  /// True when some flag of the command takes a password.
  boolean isCommand(String name) {
    return commands.contains(name);
  }

  List<Flagged> flagged() {
    return flagged;
  }

  /// The kind of what follows an authorization scheme; null: no scheme.
  @Nullable String scheme(String word) {
    return schemes.get(word);
  }

  /// True when a list of the file has the word.
  boolean has(String list, String word) {
    return words.getOrDefault(list, Set.of()).contains(word);
  }

  /// A list of the file.
  List<String> list(String list) {
    return lists.getOrDefault(list, List.of());
  }

  private void add(Named shape) {
    String end = shape.end();
    Named[] others = names(end.charAt(end.length() - 2), end.charAt(end.length() - 1));
    int at = 0;
    while (at < others.length && others[at].end().length() >= end.length()) {
      at++;
    }
    Named[] bucket = new Named[others.length + 1];
    System.arraycopy(others, 0, bucket, 0, at);
    bucket[at] = shape;
    System.arraycopy(others, at, bucket, at + 1, others.length - at);
    names[pair(end, end.length() - 2)] = bucket;
    nameEnds.add(end);
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> items ? items : List.of();
  }

  private static List<String> strings(Map<?, ?> map, String key) {
    List<String> strings = new ArrayList<>();
    for (Object item : list(map, key)) {
      strings.add(String.valueOf(item));
    }
    return List.copyOf(strings);
  }

  private static Map<String, String> map(Map<?, ?> map, String key) {
    Map<String, String> strings = new LinkedHashMap<>();
    if (map.get(key) instanceof Map<?, ?> members) {
      members.forEach((name, item) -> strings.put(String.valueOf(name), String.valueOf(item)));
    }
    return strings;
  }

  private static String string(Map<?, ?> map, String key, String otherwise) {
    return map.get(key) instanceof String text ? text : otherwise;
  }

  private static boolean flag(Map<?, ?> map, String key) {
    return Boolean.TRUE.equals(map.get(key));
  }
}
