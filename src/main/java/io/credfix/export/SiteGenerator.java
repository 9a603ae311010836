package io.credfix.export;

/// The documentation generators that a catalogue can be exported for.
public enum SiteGenerator {
  /// Markdown alone, links relative.
  PLAIN(""),
  /// MkDocs: `mkdocs.yml` beside `docs/`.
  MKDOCS("docs/"),
  /// Docusaurus 3: pages that are valid MDX, `_category_.json` in every folder.
  DOCUSAURUS(""),
  /// Backstage TechDocs: MkDocs with TechDocs' plugin and a `catalog-info.yaml`.
  BACKSTAGE("docs/");

  private final String pages;

  SiteGenerator(String pages) {
    this.pages = pages;
  }

  /// Folder of the pages, with its slash, relative to the export.
  String pages() {
    return pages;
  }
}
