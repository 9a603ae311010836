package io.credfix.diagnose;

/// Compiles a folder of rule files into the artifact's one binary resource.
public final class RulebookCompiler {
  private RulebookCompiler() {}

  /// @param args rules folder, output file, version
  public static void main(String[] args) {}
}
