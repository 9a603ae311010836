package io.credfix.export;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Rulebook;
import io.credfix.render.Families;
import io.credfix.render.MarkdownRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the pages: one a cause, an index by family, an index by error code, and what the generator
/// needs to find them. Immutable.
public final class CatalogueExport {
  private final Rulebook rulebook;
  private final MarkdownRenderer markdown;
  private final SiteGenerator generator;

  /// @param rulebook whose causes are exported
  /// @param generator what the pages are for
  public CatalogueExport(Rulebook rulebook, SiteGenerator generator) {
    this.rulebook = rulebook;
    this.markdown = new MarkdownRenderer(rulebook);
    this.generator = generator;
  }

  /// Relative path to content, `/` between folders. The same rulebook gives the same files.
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, List<Cause>> families = families();
    String pages = generator.pages();
    files.put(pages + indexName(), page("AWS credential errors", "", byFamily(families)));
    files.put(pages + "by-code.md", page("By error code", "", byCode()));
    for (Cause cause : rulebook.causes()) {
      files.put(
          pages + path(cause),
          page(
              MarkdownRenderer.title(cause),
              String.join(", ", cause.codes()),
              markdown.page(cause, other -> "../" + path(other))));
    }
    files.putAll(new Navigation(generator, families).files());
    return files;
  }

  private String indexName() {
    return generator == SiteGenerator.PLAIN ? "README.md" : "index.md";
  }

  /// Path of a cause's page below the pages' folder.
  static String path(Cause cause) {
    return cause.family() + "/" + cause.id() + ".md";
  }

  private Map<String, List<Cause>> families() {
    Map<String, List<Cause>> families = new LinkedHashMap<>();
    for (Cause cause : rulebook.causes()) {
      families.computeIfAbsent(cause.family(), any -> new ArrayList<>()).add(cause);
    }
    return families;
  }

  private String page(String title, String keywords, String text) {
    return switch (generator) {
      case PLAIN -> text;
      case MKDOCS, BACKSTAGE -> "---\ntitle: " + Yaml.text(title) + "\n---\n\n" + text;
      case DOCUSAURUS ->
          "---\ntitle: "
              + Yaml.text(title)
              + (keywords.isEmpty() ? "" : "\nkeywords: [" + Yaml.list(keywords) + "]")
              + "\n---\n\n"
              + Mdx.safe(text);
    };
  }

  private static String byFamily(Map<String, List<Cause>> families) {
    var out = new StringBuilder("# AWS credential errors\n\n");
    out.append("What is wrong, by family. The same causes [by error code](by-code.md).\n\n");
    families.forEach(
        (family, causes) -> {
          out.append("## ").append(Families.title(family)).append("\n\n");
          for (Cause cause : causes) {
            out.append("- ").append(link(cause)).append('\n');
          }
          out.append('\n');
        });
    return out.toString();
  }

  private String byCode() {
    Map<String, List<Cause>> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Cause cause : rulebook.causes()) {
      for (String code : cause.codes()) {
        List<Cause> causes = codes.computeIfAbsent(code, any -> new ArrayList<>());
        if (!causes.contains(cause)) {
          causes.add(cause);
        }
      }
    }
    var out = new StringBuilder("# By error code\n\n");
    out.append("One code has many causes: the message and the key's kind tell them apart.\n\n");
    codes.forEach(
        (code, causes) -> {
          out.append("## `").append(code).append("`\n\n");
          causes.forEach(cause -> out.append("- ").append(link(cause)).append('\n'));
          out.append('\n');
        });
    return out.toString();
  }

  private static String link(Cause cause) {
    return "[" + MarkdownRenderer.title(cause) + "](" + path(cause) + ")";
  }
}
