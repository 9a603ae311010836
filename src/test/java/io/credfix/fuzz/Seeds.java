package io.credfix.fuzz;

import io.credfix.diagnose.source.ErrorCase;
import io.credfix.diagnose.source.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the text of every case into a file of its own: where the fuzzer begins.
public final class Seeds {
  private Seeds() {}

  /// @param args target folder
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int number = 0;
    for (ErrorCase item : RuleFolder.read(Path.of("src", "main", "resources", "rules")).cases()) {
      Files.writeString(folder.resolve("case-" + number++), item.text());
    }
  }
}
