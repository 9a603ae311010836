package io.credfix.http;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Rulebook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /causes` and `/causes/{id}`, in the format of the suffix or else of `Accept`.
final class CatalogueEndpoint {
  private static final Map<String, MediaType> SUFFIXES =
      Map.of(".html", MediaType.HTML, ".md", MediaType.MARKDOWN, ".json", MediaType.JSON);
  // The list is mostly read by programs, a cause by people.
  private static final List<MediaType> LIST =
      List.of(MediaType.JSON, MediaType.MARKDOWN, MediaType.HTML);
  private static final List<MediaType> PAGE =
      List.of(MediaType.MARKDOWN, MediaType.HTML, MediaType.JSON);

  private final Rulebook rulebook;
  private final Renderers renderers;
  private final Sites sites;

  CatalogueEndpoint(Rulebook rulebook, Renderers renderers, Sites sites) {
    this.rulebook = rulebook;
    this.renderers = renderers;
    this.sites = sites;
  }

  /// The list in the format that `Accept` prefers.
  Response list(Request request) throws Refusal {
    return Cached.of(request, list(request, negotiated(request, LIST)).with("vary", "Accept"));
  }

  /// The list in one format, whatever `Accept` says.
  Response listAs(Request request, MediaType type) throws Refusal {
    return Cached.of(request, list(request, type));
  }

  private Response list(Request request, MediaType type) throws Refusal {
    String family = family(request);
    String base = request.base();
    String text =
        type.equals(MediaType.JSON)
            ? renderers.catalogue().json(family, base)
            : type.equals(MediaType.MARKDOWN)
                ? renderers.catalogue().markdown(family, base)
                : renderers.html().catalogue(family, sites.of(request, false));
    return Response.of(type, text);
  }

  /// One cause.
  ///
  /// @param name its id, perhaps with a suffix
  Response cause(Request request, String name) throws Refusal {
    for (Map.Entry<String, MediaType> suffix : SUFFIXES.entrySet()) {
      if (name.endsWith(suffix.getKey())) {
        String id = name.substring(0, name.length() - suffix.getKey().length());
        return Cached.of(request, cause(request, find(id), suffix.getValue()));
      }
    }
    Cause cause = find(name);
    MediaType type = negotiated(request, PAGE);
    return Cached.of(request, cause(request, cause, type).with("vary", "Accept"));
  }

  private Response cause(Request request, Cause cause, MediaType type) {
    String text =
        type.equals(MediaType.JSON)
            ? renderers.catalogue().json(cause, request.base())
            : type.equals(MediaType.MARKDOWN)
                ? renderers.markdown().page(cause)
                : renderers.html().cause(cause, sites.of(request, false));
    return Response.of(type, text);
  }

  private Cause find(String id) throws Refusal {
    return rulebook
        .cause(id)
        .orElseThrow(
            () -> new Refusal(ProblemType.NOT_FOUND, "No cause has this id; see /causes."));
  }

  /// A family that no cause belongs to is no family.
  private @Nullable String family(Request request) throws Refusal {
    String family = request.fields().first("family");
    if (family == null || family.isEmpty()) {
      return null;
    }
    if (rulebook.causes().stream().noneMatch(cause -> cause.family().equals(family))) {
      throw new Refusal(ProblemType.NOT_FOUND, "No family has this name; see /causes.");
    }
    return family;
  }

  private static MediaType negotiated(Request request, List<MediaType> offered) throws Refusal {
    return Accept.parse(request.headers().get("accept"))
        .best(offered)
        .orElseThrow(
            () ->
                new Refusal(
                    ProblemType.NOT_ACCEPTABLE,
                    "Accept text/html, text/markdown or application/json."));
  }
}
