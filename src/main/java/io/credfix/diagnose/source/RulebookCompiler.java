package io.credfix.diagnose.source;

import io.credfix.diagnose.RulebookFormat;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compiles a folder of rule files into the artifact's one binary resource.
public final class RulebookCompiler {
  private RulebookCompiler() {}

  /// Prints every problem and fails when there is one.
  ///
  /// @param args rules folder, output file, version
  public static void main(String[] args) throws IOException {
    RuleFolder folder = RuleFolder.read(Path.of(args[0]));
    if (!folder.problems().isEmpty()) {
      folder.problems().forEach(System.err::println);
      System.exit(1);
    }
    Path target = Path.of(args[1]);
    Files.createDirectories(target.getParent());
    try (var out =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(target)))) {
      RulebookFormat.write(folder.compile(args[2]), out);
    }
  }
}
