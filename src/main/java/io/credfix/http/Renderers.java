package io.credfix.http;

import io.credfix.diagnose.Rulebook;
import io.credfix.render.CatalogueRenderer;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;

/// One renderer a format, built once.
///
/// @param markdown for `text/markdown`
/// @param html for `text/html`
/// @param json for `application/json`
/// @param catalogue lists and causes as data
record Renderers(
    MarkdownRenderer markdown, HtmlRenderer html, JsonRenderer json, CatalogueRenderer catalogue) {
  static Renderers of(Rulebook rulebook) {
    var markdown = new MarkdownRenderer(rulebook);
    return new Renderers(
        markdown,
        new HtmlRenderer(rulebook),
        new JsonRenderer(markdown),
        new CatalogueRenderer(rulebook));
  }
}
