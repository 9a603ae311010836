package io.credfix.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What was seen of each fault, written as a Markdown table for people: `target/faults-NAME.md`.
final class FaultTable {
  private final Path file;
  private final Map<String, String> rows = new TreeMap<>();

  /// @param name of the file
  FaultTable(String name) {
    file = Path.of("target", "faults-" + name + ".md");
  }

  /// Notes one fault and writes the table.
  ///
  /// @param caller what the caller saw
  /// @param operator what the operator sees of it
  synchronized void saw(String fault, String caller, long nanos, String operator)
      throws IOException {
    rows.put(
        fault,
        String.format(
            Locale.ROOT, "| %s | %s | %.1f s | %s |", fault, caller, nanos / 1e9, operator));
    Files.writeString(
        file,
        "| fault | the caller sees | after | the operator sees |\n|---|---|--:|---|\n"
            + String.join("\n", rows.values())
            + "\n");
  }
}
