package io.credfix.diagnose.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A fenced `error` block of a rule or case file: a text and what must come of it.
///
/// @param file path relative to the rules folder
/// @param line where the block begins
/// @param name the heading above it
/// @param causeId the cause it speaks of
/// @param attributes `expect`, `key`, `code`, `operation`, `runs-on`, …
/// @param text the error text
public record ErrorCase(
    String file,
    int line,
    String name,
    String causeId,
    Map<String, String> attributes,
    String text) {
  private static final List<String> NAMES =
      List.of(
          "expect",
          "key",
          "runs-on",
          "region",
          "os",
          "shell",
          "tool",
          "code",
          "operation",
          "answer");

  /// Copies the map.
  public ErrorCase {
    attributes = Map.copyOf(attributes);
  }

  /// What is expected: `first`, `listed`, `absent` or `unrecognized`.
  public String expect() {
    return attributes.getOrDefault("expect", "first");
  }

  /// Every `error` block of a file.
  ///
  /// @param from index of the first line to look at
  static List<ErrorCase> read(String file, List<String> lines, int from, String causeId)
      throws RuleFileException {
    List<ErrorCase> cases = new ArrayList<>();
    String heading = "";
    var fence = new Fence();
    int begin = -1;
    Map<String, String> attributes = Map.of();
    List<String> text = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean wasInside = fence.inside();
      boolean isFence = fence.next(line);
      if (!wasInside && isFence) {
        String info = line.strip().replaceFirst("^`+", "").strip();
        if (info.equals("error") || info.startsWith("error ")) {
          begin = i;
          attributes = attributes(info.substring(5).strip(), i + 1);
          text.clear();
        }
      } else if (wasInside && isFence && begin >= 0) {
        cases.add(
            new ErrorCase(file, begin + 1, heading, causeId, attributes, String.join("\n", text)));
        begin = -1;
      } else if (wasInside) {
        text.add(line);
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+\\s*", "");
      }
    }
    return cases;
  }

  private static Map<String, String> attributes(String info, int line) throws RuleFileException {
    Map<String, String> result = new HashMap<>();
    for (String word : info.split("\\s+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !NAMES.contains(name)) {
        throw new RuleFileException(
            line,
            "`" + word + "` is no attribute of an error block.",
            "Use " + String.join("=, ", NAMES) + "=.");
      }
      result.put(name, word.substring(equals + 1));
    }
    String expect = result.getOrDefault("expect", "first");
    if (!List.of("first", "listed", "absent", "unrecognized").contains(expect)) {
      throw new RuleFileException(
          line,
          "`expect` cannot be `" + expect + "`.",
          "Use first, listed, absent or unrecognized.");
    }
    return result;
  }
}
