package io.credfix.render;

/// What every page has around its content. No script and no style stands in the page itself, except
/// that a page which is a file of its own carries its style sheet.
final class PageLayout {
  private final Site site;

  PageLayout(Site site) {
    this.site = site;
  }

  /// A whole page.
  ///
  /// @param title plain text
  /// @param main HTML
  String page(String title, String main) {
    var out = new StringBuilder(main.length() + 1500);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<meta name=\"description\" content=\"");
    out.append("Paste an AWS credential or permission error, get the way out.\">\n");
    out.append("<title>").append(HtmlText.escape(title)).append(" · credfix</title>\n");
    if (site.isFile()) {
      out.append("<style>\n").append(site.styles()).append("</style>\n");
    } else {
      out.append("<link rel=\"icon\" href=\"").append(link("/icon.svg")).append("\">\n");
      out.append("<link rel=\"stylesheet\" href=\"").append(link("/app.css")).append("\">\n");
    }
    if (!site.script().isEmpty()) {
      out.append("<script type=\"module\" src=\"").append(link(site.script()));
      out.append("\"></script>\n");
    }
    out.append("</head>\n<body").append(site.embedded() ? " class=\"embedded\"" : "");
    out.append(" data-base=\"").append(HtmlText.escape(site.base())).append('"');
    if (site.embedded()) {
      out.append(" data-parents=\"").append(HtmlText.escape(site.parents())).append('"');
    }
    out.append(">\n");
    if (!site.embedded() && !site.isFile()) {
      out.append("<a class=\"skip\" href=\"#main\">Skip to content</a>\n<header class=\"top\">\n");
      out.append("<a class=\"brand\" href=\"").append(link("/")).append("\">credfix</a>\n");
      out.append("<nav aria-label=\"Site\"><a href=\"").append(link("/causes"));
      out.append("\">All causes</a></nav>\n</header>\n");
    }
    out.append("<main id=\"main\">\n").append(main).append("</main>\n");
    if (!site.embedded()) {
      out.append("<footer class=\"bottom\"><p>Secrets are removed before anything reads the text.");
      out.append(" Nothing is stored.</p></footer>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  /// An address of this site, as an attribute value.
  String link(String path) {
    return HtmlText.escape(site.base() + path);
  }
}
