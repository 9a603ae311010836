package io.credfix.render;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.Rulebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of all causes, by family.
final class CatalogueHtml {
  /// Shown where scripts run; it stands in the page, so that nothing moves when they come.
  private static final String FILTER =
      """
      <form class="filter" role="search">
      <div><label for="search">Words</label>
      <input id="search" type="search" autocomplete="off" spellcheck="false" \
      placeholder="session token, MFA, S3 …"></div>
      <div><label for="code">Error code</label>
      <select id="code"><option value="">any</option></select></div>
      </form>
      """;

  private final Rulebook rulebook;
  private final MarkdownHtml markdown;
  private final PageLayout layout;

  CatalogueHtml(Rulebook rulebook, MarkdownHtml markdown, PageLayout layout) {
    this.rulebook = rulebook;
    this.markdown = markdown;
    this.layout = layout;
  }

  String html(@Nullable String family) {
    var none = new PlaceholderValues(rulebook.variables());
    var out = new StringBuilder(8192);
    out.append("<h1>All causes</h1>\n").append(FILTER);
    out.append("<nav class=\"families\" aria-label=\"Families\"><ul>\n");
    tab(out, "", "All", family == null);
    Set<String> families = new LinkedHashSet<>();
    rulebook.causes().forEach(cause -> families.add(cause.family()));
    for (String name : families) {
      tab(out, "?family=" + name, Families.title(name), name.equals(family));
    }
    out.append("</ul></nav>\n<p class=\"count\" role=\"status\"></p>\n");
    for (Map.Entry<String, List<Cause>> entry : byFamily().entrySet()) {
      if (family == null || family.equals(entry.getKey())) {
        out.append("<section class=\"family\" data-family=\"").append(entry.getKey());
        out.append("\">\n<h2>").append(Families.title(entry.getKey())).append("</h2>\n<ul>\n");
        for (Cause cause : entry.getValue()) {
          out.append("<li data-codes=\"").append(HtmlText.escape(String.join(" ", cause.codes())));
          out.append("\"><a href=\"").append(layout.link("/causes/" + cause.id())).append("\">");
          out.append(markdown.inline(none.fill(cause.title())));
          out.append("</a> <code>").append(cause.id()).append("</code></li>\n");
        }
        out.append("</ul></section>\n");
      }
    }
    return out.toString();
  }

  private Map<String, List<Cause>> byFamily() {
    Map<String, List<Cause>> families = new LinkedHashMap<>();
    for (Cause cause : rulebook.causes()) {
      families.computeIfAbsent(cause.family(), any -> new ArrayList<>()).add(cause);
    }
    return families;
  }

  private void tab(StringBuilder out, String query, String title, boolean current) {
    out.append("<li><a href=\"").append(layout.link("/causes" + query)).append('"');
    out.append(current ? " aria-current=\"page\"" : "").append('>').append(title);
    out.append("</a></li>\n");
  }
}
