package io.credfix.http;

import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The API: finds the route, answers, guards the answer, logs a line. Knows nothing of what carries
/// requests here. Immutable and thread-safe; build it once.
public final class Api {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  private final List<Route> routes;
  private final SecurityHeaders security;
  private final CrossOrigin crossOrigin;
  private final ProblemPages problems;
  private final Configuration configuration;
  private final Metrics metrics;
  private final Consumer<String> log;
  private final AtomicBoolean cold = new AtomicBoolean(true);

  /// @param rulebook the rules to explain by
  /// @param configuration what the operator decided
  /// @param log takes one line a request, without line end
  public Api(Rulebook rulebook, Configuration configuration, Consumer<String> log) {
    this(new Explainer(rulebook), configuration, log);
  }

  /// @param explainer the whole path
  /// @param configuration what the operator decided
  /// @param log takes one line a request, without line end
  public Api(Explainer explainer, Configuration configuration, Consumer<String> log) {
    this(explainer, configuration, Metrics.NONE, log);
  }

  /// @param explainer the whole path
  /// @param configuration what the operator decided
  /// @param metrics what the lines of the log say to CloudWatch
  /// @param log takes one line a request, without line end
  public Api(
      Explainer explainer, Configuration configuration, Metrics metrics, Consumer<String> log) {
    this(
        explainer,
        Renderers.of(explainer.rulebook()),
        new Sites(Assets.builtIn(), configuration),
        configuration,
        metrics,
        log);
  }

  private Api(
      Explainer explainer,
      Renderers renderers,
      Sites sites,
      Configuration configuration,
      Metrics metrics,
      Consumer<String> log) {
    this(
        Endpoints.routes(explainer, renderers, sites, configuration),
        new ProblemPages(renderers, sites),
        configuration,
        metrics,
        log);
  }

  /// Routes of a test's own.
  Api(List<Route> routes, Rulebook rulebook, Configuration configuration, Consumer<String> log) {
    this(
        routes,
        new ProblemPages(Renderers.of(rulebook), new Sites(Assets.builtIn(), configuration)),
        configuration,
        Metrics.NONE,
        log);
  }

  private Api(
      List<Route> routes,
      ProblemPages problems,
      Configuration configuration,
      Metrics metrics,
      Consumer<String> log) {
    this.routes = List.copyOf(routes);
    this.problems = problems;
    this.configuration = configuration;
    this.metrics = metrics;
    this.log = log;
    security = new SecurityHeaders(configuration);
    crossOrigin = new CrossOrigin(configuration);
  }

  /// All addresses.
  List<Route> routes() {
    return routes;
  }

  /// What the operator decided.
  Configuration configuration() {
    return configuration;
  }

  /// Answers a request. Never throws: what goes wrong inside becomes a 500 without a word of the
  /// fault.
  Response answer(Request request) {
    long start = System.nanoTime();
    @Nullable Route route = null;
    Response response;
    try {
      Match match = find(request.path());
      route = match.route();
      response = answer(request, match);
    } catch (Refusal refusal) {
      response = problems.of(refusal.problem(), request);
    } catch (RuntimeException | StackOverflowError e) {
      String incident = UUID.randomUUID().toString();
      response =
          Response.of(Problem.incident(incident), request.base())
              .with(Outcome.failed(incident, e.getClass()));
    }
    response = finish(response, request, route);
    log.accept(
        new RequestLog(
                route == null ? "none" : route.name(),
                METHODS.contains(request.method()) ? request.method() : "other",
                response.status(),
                request.body().size(),
                response.body().length(),
                (System.nanoTime() - start) / 1_000_000,
                cold.getAndSet(false),
                response.outcome())
            .line(metrics));
    return response;
  }

  private record Match(Route route, String variable) {}

  private Match find(String path) throws Refusal {
    // A trailing slash names the same thing.
    String clean =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    for (Route route : routes) {
      String variable = route.match(clean);
      if (variable != null) {
        return new Match(route, variable);
      }
    }
    throw new Refusal(ProblemType.NOT_FOUND, "Nothing is served at this address.");
  }

  private Response answer(Request request, Match match) throws Refusal {
    Route route = match.route();
    if (request.method().equals("OPTIONS")) {
      Response options = new Response(204, Map.of("allow", route.allow()), "", Outcome.SERVED);
      return CrossOrigin.preflight(options, route.allow());
    }
    if (!route.methods().contains(request.method())) {
      Problem problem =
          Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed here: " + route.allow() + ".");
      return problems.of(problem, request).with("allow", route.allow());
    }
    return route.endpoint().answer(request, match.variable());
  }

  private Response finish(Response response, Request request, @Nullable Route route) {
    boolean diagnose = route != null && route.name().equals("diagnose");
    Response finished = response;
    if (diagnose) {
      finished = finished.with("vary", "Accept").with("cache-control", "no-store");
    } else if (route != null && route.name().equals("mcp")) {
      finished = finished.with("cache-control", "no-store");
    }
    boolean embedded =
        route != null
            && (route.name().equals("embed") || diagnose && ProblemPages.isEmbedded(request));
    finished = crossOrigin.allow(security.guard(finished, embedded), request);
    if (Compression.suits(finished)) {
      finished = encoded(finished, request);
    }
    return request.method().equals("HEAD") ? finished.withoutBody(finished.status()) : finished;
  }

  /// The answer is marked here and compressed where it is carried away.
  private static Response encoded(Response response, Request request) {
    Response varied = response.alsoVaryingBy("Accept-Encoding");
    String tag = response.headers().get("etag");
    if (!Compression.isAccepted(request.headers().get("accept-encoding"))) {
      return varied;
    }
    Response compressed = varied.with("content-encoding", "gzip");
    // Other bytes under the same strong tag would not do.
    return tag == null || tag.startsWith("W/") ? compressed : compressed.with("etag", "W/" + tag);
  }
}
