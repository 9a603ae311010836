package io.credfix.render;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Code within a sentence. Browsers break lines after any hyphen: `--profile` must not become `-`
/// and `-profile`, so words with hyphens are marked to stay whole, as long as they fit a telephone.
final class CodeSpans implements NodeRenderer {
  private static final int LONGEST = 16;

  private final HtmlWriter html;

  CodeSpans(HtmlWriter html) {
    this.html = html;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Code.class);
  }

  @Override
  public void render(Node node) {
    html.tag("code");
    String text = ((Code) node).getLiteral();
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space + 1;
      word(text.substring(start, end));
      start = end;
    }
    html.tag("/code");
  }

  private void word(String word) {
    if (word.indexOf('-') < 0 || word.length() > LONGEST) {
      html.text(word);
      return;
    }
    html.raw("<span class=\"whole\">");
    html.text(word);
    html.raw("</span>");
  }
}
