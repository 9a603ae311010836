package io.credfix.cli;

import io.credfix.export.CatalogueExport;
import io.credfix.export.ExportFolder;
import io.credfix.export.SiteGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `credfix export`.
@Command(
    name = "export",
    description = {
      "Write the catalogue as a tree of documentation pages.",
      "Run again, it changes only what changed."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  credfix export site --for mkdocs && (cd site && mkdocs serve)",
      "  credfix export docs/aws-errors --for docusaurus"
    })
final class ExportCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--for",
      paramLabel = "GENERATOR",
      description = "mkdocs, docusaurus, backstage or plain.",
      completionCandidates = Candidates.Generators.class,
      converter = Generators.class)
  SiteGenerator generator = SiteGenerator.PLAIN;

  @Parameters(paramLabel = "DIR", description = "Where to.")
  @Nullable Path folder;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    var export = new CatalogueExport(OwnRules.rulebook(spec.commandLine().getErr()), generator);
    try {
      ExportFolder.Outcome outcome =
          new ExportFolder(Objects.requireNonNull(folder)).write(export.files());
      out.printf(
          "%d files written, %d removed, %d unchanged%n",
          outcome.written(), outcome.removed(), outcome.unchanged());
      out.flush();
      return 0;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println(
              "The pages cannot be written: check that DIR is a folder that you may write to.");
      return FAILED;
    }
  }

  /// Takes the names in lower case.
  static final class Generators implements ITypeConverter<SiteGenerator> {
    @Override
    public SiteGenerator convert(String value) {
      for (SiteGenerator generator : SiteGenerator.values()) {
        if (generator.name().toLowerCase(Locale.ROOT).equals(value)) {
          return generator;
        }
      }
      throw new TypeConversionException("use mkdocs, docusaurus, backstage or plain");
    }
  }
}
