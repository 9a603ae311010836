package io.credfix.http;

import io.credfix.diagnose.Rulebook;
import io.credfix.render.CatalogueRenderer;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;
import org.jspecify.annotations.Nullable;

/// One renderer a format. Immutable to those who use it and thread-safe; that for HTML, which loads
/// a Markdown parser, is made when first asked for.
final class Renderers {
  private final Rulebook rulebook;
  private final MarkdownRenderer markdown;
  private final JsonRenderer json;
  private final CatalogueRenderer catalogue;
  // Two threads may make it at once: both are equal, immutable and safe to share.
  private @Nullable HtmlRenderer html;

  private Renderers(Rulebook rulebook) {
    this.rulebook = rulebook;
    markdown = new MarkdownRenderer(rulebook);
    json = new JsonRenderer(markdown);
    catalogue = new CatalogueRenderer(rulebook);
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
    return json;
  }

  /// Lists and causes as data.
  CatalogueRenderer catalogue() {
    return catalogue;
  }
}
