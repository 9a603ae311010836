package io.credfix.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Refusals: problem documents, but to somebody who looks at a browser's window, a page that says
/// the same. Only a browser that goes to an address says `Sec-Fetch-Mode: navigate`; scripts and
/// other clients never get the page.
final class ProblemPages {
  private final Renderers renderers;
  private final Sites sites;

  ProblemPages(Renderers renderers, Sites sites) {
    this.renderers = renderers;
    this.sites = sites;
  }

  Response of(Problem problem, Request request) {
    Response document = Response.of(problem, request.base());
    if (!isForReading(request)) {
      return document;
    }
    return new Response(
            document.status(), document.headers(), html(problem, request), document.outcome())
        .with("content-type", MediaType.HTML.header());
  }

  /// Whether an answer is to stand in a portal's frame.
  static boolean isEmbedded(Request request) {
    try {
      return request.fields().flag("embed");
    } catch (Refusal malformed) {
      return false;
    }
  }

  private String html(Problem problem, Request request) {
    Set<String> sentences = new LinkedHashSet<>();
    sentences.add(problem.detail());
    problem.errors().forEach(error -> sentences.add(error.detail()));
    boolean embedded = isEmbedded(request);
    String way =
        request.method().equals("POST")
            ? "Go back one page and try again."
            : "[Explain an error]("
                + request.base()
                + "/) · [All causes]("
                + request.base()
                + "/causes)";
    String text =
        "# " + problem.type().title() + "\n\n" + String.join(" ", sentences) + "\n\n" + way + "\n";
    return renderers.html().page(problem.type().title(), text, sites.of(request, embedded));
  }

  private static boolean isForReading(Request request) {
    return "navigate".equals(request.headers().get("sec-fetch-mode"))
        && Accept.parse(request.headers().get("accept"))
            .best(List.of(MediaType.JSON, MediaType.HTML))
            .filter(MediaType.HTML::equals)
            .isPresent();
  }
}
