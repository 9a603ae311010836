package io.credfix.http;

import io.credfix.diagnose.Rulebook;
import io.credfix.render.CatalogueRenderer;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;
import org.jspecify.annotations.Nullable;

/// One renderer a format. Immutable to those who use it and thread-safe; each is made when first
/// asked for, since one loads a Markdown parser, and others a writer of JSON.
final class Renderers {
  private final Rulebook rulebook;
  private final MarkdownRenderer markdown;
  // Two threads may make one at once: both are equal, immutable and safe to share.
  private @Nullable HtmlRenderer html;
  private @Nullable JsonRenderer json;
  private @Nullable CatalogueRenderer catalogue;

  private Renderers(Rulebook rulebook) {
    this.rulebook = rulebook;
    markdown = new MarkdownRenderer(rulebook);
  }

  static Renderers of(Rulebook rulebook) {
    return new Renderers(rulebook);
  }

  /// For `text/markdown`.
  MarkdownRenderer markdown() {
    return markdown;
  }

  /// For `text/html`.
  HtmlRenderer html() {
    HtmlRenderer made = html;
    if (made == null) {
      made = new HtmlRenderer(rulebook);
      html = made;
    }
    return made;
  }

  /// For `application/json`.
  JsonRenderer json() {
    JsonRenderer made = json;
    if (made == null) {
      made = new JsonRenderer(markdown);
      json = made;
    }
    return made;
  }

  /// Lists and causes as data.
  CatalogueRenderer catalogue() {
    CatalogueRenderer made = catalogue;
    if (made == null) {
      made = new CatalogueRenderer(rulebook);
      catalogue = made;
    }
    return made;
  }
}
