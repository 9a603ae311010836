package io.credfix.http;

import io.credfix.diagnose.Rulebook;
import java.util.List;

/// The form, static files, what a problem type means, and the state of the service.
final class PageEndpoint {
  private final Rulebook rulebook;
  private final Renderers renderers;
  private final Assets assets;
  private final Sites sites;

  PageEndpoint(Rulebook rulebook, Renderers renderers, Assets assets, Sites sites) {
    this.rulebook = rulebook;
    this.renderers = renderers;
    this.assets = assets;
    this.sites = sites;
  }

  Response form(Request request, boolean embedded) {
    return Cached.of(
        request, Response.of(MediaType.HTML, renderers.html().form(sites.of(request, embedded))));
  }

  Response asset(Request request, String name) throws Refusal {
    Assets.Asset asset =
        assets
            .find(name)
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND, "This file is not served."));
    return Cached.of(
        request,
        Response.of(asset.contentType(), asset.text())
            .with("cross-origin-resource-policy", "cross-origin"));
  }

  Response problem(Request request, String slug) throws Refusal {
    ProblemType type =
        ProblemType.of(slug)
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND, "There is no such problem."));
    MediaType media =
        Accept.parse(request.headers().get("accept"))
            .best(List.of(MediaType.MARKDOWN, MediaType.HTML))
            .orElse(MediaType.MARKDOWN);
    String text =
        "# " + type.title() + "\n\nHTTP status " + type.status() + ". " + type.explanation() + "\n";
    return Cached.of(
        request,
        Response.of(
                media,
                media.equals(MediaType.HTML)
                    ? renderers.html().page(type.title(), text, sites.of(request, false))
                    : text)
            .with("vary", "Accept"));
  }

  Response health() {
    return Response.of(
            MediaType.JSON,
            "{\"status\":\"ok\",\"rulebook\":\""
                + rulebook.version()
                + "\",\"causes\":"
                + rulebook.causes().size()
                + "}")
        .with("cache-control", "no-store");
  }
}
