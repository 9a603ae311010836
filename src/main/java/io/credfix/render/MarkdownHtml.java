package io.credfix.render;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown to HTML. Raw HTML in it is shown as text, and addresses with other schemes than http,
/// https and mailto are left out. Immutable and thread-safe.
final class MarkdownHtml {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .percentEncodeUrls(true)
          .attributeProviderFactory(context -> MarkdownHtml::attributes)
          .nodeRendererFactory(context -> new CodeSpans(context.getWriter()))
          .build();

  /// Paragraphs, lists, tables and code blocks.
  String blocks(String markdown) {
    return markdown.isBlank() ? "" : renderer.render(parser.parse(markdown));
  }

  /// One line without the paragraph around it.
  String inline(String markdown) {
    String html = blocks(markdown.strip()).strip();
    boolean single = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 3) < 0;
    return single ? html.substring(3, html.length() - 4) : html;
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    // What can scroll must be reachable with the keyboard.
    if ((node instanceof FencedCodeBlock && tag.equals("pre")) || node instanceof TableBlock) {
      attributes.put("tabindex", "0");
    }
    if (node instanceof Link) {
      attributes.put("rel", "noopener noreferrer");
    }
  }
}
