package io.credfix.http;

import io.credfix.Explainer;
import io.credfix.render.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /v1/diagnose`.
final class DiagnoseEndpoint {
  private static final List<MediaType> OFFERED =
      List.of(MediaType.MARKDOWN, MediaType.HTML, MediaType.JSON);

  private final Explainer explainer;
  private final Renderers renderers;
  private final Sites sites;

  DiagnoseEndpoint(Explainer explainer, Renderers renderers, Sites sites) {
    this.explainer = explainer;
    this.renderers = renderers;
    this.sites = sites;
  }

  Response answer(Request request) throws Refusal {
    @Nullable MediaType type =
        Accept.parse(request.headers().get("accept")).best(OFFERED).orElse(null);
    if (type == null) {
      throw new Refusal(
          ProblemType.NOT_ACCEPTABLE, "Accept text/markdown, text/html or application/json.");
    }
    Fields query = request.fields();
    Submitted submitted = SubmissionReader.read(request);
    Explanation explanation =
        explainer.explain(submitted.submission(), submitted.context(), submitted.keyPrefixCut());
    return Response.of(type, text(type, explanation, query, request))
        .with(Outcome.of(explanation, explainer.rulebook()));
  }

  private String text(MediaType type, Explanation explanation, Fields query, Request request) {
    if (type.equals(MediaType.HTML)) {
      var site = sites.of(request, query.flag("embed"));
      return query.flag("fragment")
          ? renderers.html().fragment(explanation, site)
          : renderers.html().guide(explanation, site);
    }
    return type.equals(MediaType.JSON)
        ? renderers.json().render(explanation)
        : renderers.markdown().guide(explanation);
  }
}
