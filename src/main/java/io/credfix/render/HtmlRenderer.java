package io.credfix.render;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.Rulebook;
import org.jspecify.annotations.Nullable;

/// Writes guides, catalogue pages and the form as HTML. Immutable and thread-safe.
public final class HtmlRenderer {
  private final Rulebook rulebook;
  private final MarkdownRenderer guides;
  private final MarkdownHtml markdown = new MarkdownHtml();

  /// @param rulebook the causes that pages link to
  public HtmlRenderer(Rulebook rulebook) {
    this.rulebook = rulebook;
    guides = new MarkdownRenderer(rulebook);
  }

  /// The guide as a fragment: one `article` element.
  public String fragment(Explanation explanation, Site site) {
    var layout = new PageLayout(site);
    String question =
        site.isFile()
            ? ""
            : new QuestionForm(markdown, new ErrorForm(layout, site).action()).html(explanation);
    return new GuideHtml(rulebook, markdown, layout, explanation)
        .html(question, guides.guide(explanation));
  }

  /// The guide as a whole page, with the form for the next error below it.
  public String guide(Explanation explanation, Site site) {
    var layout = new PageLayout(site);
    String form =
        site.isFile()
            ? ""
            : "<section class=\"again\"><h2>Another error</h2>\n"
                + new ErrorForm(layout, site).html()
                + "</section>\n";
    return layout.page(
        plain(Titles.of(explanation.diagnosis())), fragment(explanation, site) + form);
  }

  /// The form.
  public String form(Site site) {
    var layout = new PageLayout(site);
    String heading =
        "<h1>What is wrong with my AWS credentials?</h1>\n<p class=\"lead\">Paste the error. You get"
            + " what is wrong, how we know, the commands that fix it, and how to check.</p>\n";
    return layout.page(
        "AWS credential and permission errors explained",
        heading + new ErrorForm(layout, site).html() + "<div id=\"answer\"></div>\n");
  }

  /// The form without a page around it, for scripts that show it elsewhere.
  public static String formAlone(Site site) {
    return new ErrorForm(new PageLayout(site), site).html();
  }

  /// The catalogue.
  ///
  /// @param family only this one; null for all
  public String catalogue(@Nullable String family, Site site) {
    var layout = new PageLayout(site);
    return layout.page("All causes", new CatalogueHtml(rulebook, markdown, layout).html(family));
  }

  /// A cause's own page.
  public String cause(Cause cause, Site site) {
    var layout = new PageLayout(site);
    String twin = layout.link("/causes/" + cause.id() + ".md");
    return layout.page(
        plain(new PlaceholderValues(rulebook.variables()).fill(cause.title())),
        "<article class=\"guide\">\n"
            + markdown.blocks(guides.page(cause, other -> layout.link("/causes/" + other.id())))
            + "<p class=\"foot\"><a href=\""
            + layout.link("/")
            + "\">Explain my own error</a> · <a href=\""
            + layout.link("/causes")
            + "\">All causes</a> · <a data-twin href=\""
            + twin
            + "\">This page as Markdown</a></p>\n</article>\n");
  }

  /// Any other page.
  ///
  /// @param title plain text
  /// @param text Markdown
  public String page(String title, String text, Site site) {
    return new PageLayout(site)
        .page(title, "<article class=\"guide\">\n" + markdown.blocks(text) + "</article>\n");
  }

  private static String plain(String title) {
    return title.replace("`", "").replace("*", "");
  }
}
