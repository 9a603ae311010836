package io.credfix.http;

import io.credfix.Explainer;
import io.credfix.mcp.McpServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The built-in addresses and what answers there. Nothing is built that another address needs, and
/// all routes share one class: a lambda each would be a class each, made while the first answer
/// waits.
final class Endpoints {
  private final Explainer explainer;
  private final Configuration configuration;
  private final PageEndpoint pages;
  private final DiagnoseEndpoint diagnose;
  private final CatalogueEndpoint catalogue;
  // Two threads may make it at once: both are equal, immutable and safe to share.
  private @Nullable McpEndpoint mcp;

  private Endpoints(
      Explainer explainer, Renderers renderers, Sites sites, Configuration configuration) {
    this.explainer = explainer;
    this.configuration = configuration;
    pages = new PageEndpoint(explainer.rulebook(), renderers, Assets.builtIn(), sites);
    diagnose = new DiagnoseEndpoint(explainer, renderers, sites);
    catalogue = new CatalogueEndpoint(explainer.rulebook(), renderers, sites);
  }

  /// All routes, the most used ones first.
  static List<Route> routes(
      Explainer explainer, Renderers renderers, Sites sites, Configuration configuration) {
    var all = new Endpoints(explainer, renderers, sites, configuration);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.post("diagnose", "/v1/diagnose", all.at("diagnose")));
    routes.add(Route.post("mcp", "/mcp", all.at("mcp")));
    routes.add(Route.get("form", "/", all.at("form")));
    routes.add(Route.get("embed", "/embed", all.at("embed")));
    for (String suffix : new String[] {"", ".html", ".json", ".md"}) {
      routes.add(Route.get("causes", "/causes" + suffix, all.at("causes" + suffix)));
    }
    routes.add(Route.get("cause", "/causes/{id}", all.at("cause")));
    routes.add(Route.get("problem", "/problems/{type}", all.at("problem")));
    routes.add(Route.get("health", "/health", all.at("health")));
    String[] assets = Assets.names().toArray(new String[0]);
    Arrays.sort(assets);
    for (String asset : assets) {
      routes.add(Route.get("asset", "/" + asset, new AssetPlace(all.pages, asset)));
    }
    return routes;
  }

  private Route.Endpoint at(String name) {
    return new Place(this, name);
  }

  private McpEndpoint mcp() {
    McpEndpoint made = mcp;
    if (made == null) {
      made = new McpEndpoint(new McpServer(explainer), explainer.rulebook(), configuration);
      mcp = made;
    }
    return made;
  }

  private record Place(Endpoints all, String name) implements Route.Endpoint {
    @Override
    public Response answer(Request request, String variable) throws Refusal {
      return switch (name) {
        case "diagnose" -> all.diagnose.answer(request);
        case "mcp" -> all.mcp().answer(request);
        case "form" -> all.pages.form(request, false);
        case "embed" -> all.pages.form(request, true);
        case "causes" -> all.catalogue.list(request);
        case "causes.html" -> all.catalogue.listAs(request, MediaType.HTML);
        case "causes.json" -> all.catalogue.listAs(request, MediaType.JSON);
        case "causes.md" -> all.catalogue.listAs(request, MediaType.MARKDOWN);
        case "cause" -> all.catalogue.cause(request, variable);
        case "problem" -> all.pages.problem(request, variable);
        case "health" -> all.pages.health();
        default -> throw new IllegalStateException("nothing answers at " + name);
      };
    }
  }

  private record AssetPlace(PageEndpoint pages, String name) implements Route.Endpoint {
    @Override
    public Response answer(Request request, String variable) throws Refusal {
      return pages.asset(request, name);
    }
  }
}
