package io.credfix.http;

import io.credfix.diagnose.Rulebook;
import io.credfix.mcp.Envelope;
import io.credfix.mcp.McpServer;
import io.credfix.mcp.Reply;
import io.credfix.render.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `POST /mcp`: the Model Context Protocol over streamable HTTP, without sessions and without
/// streams, so that any instance of the function can answer any message. GET and DELETE, which
/// would open and end them, are answered with 405, as the protocol says.
final class McpEndpoint {
  private final McpServer server;
  private final Rulebook rulebook;
  private final Configuration configuration;

  McpEndpoint(McpServer server, Rulebook rulebook, Configuration configuration) {
    this.server = server;
    this.rulebook = rulebook;
    this.configuration = configuration;
  }

  Response answer(Request request) throws Refusal {
    Headers headers = request.headers();
    if (!isAllowed(headers.get("origin"))) {
      throw new Refusal(
          ProblemType.ORIGIN_NOT_ALLOWED, "Pages of this origin may not call this address.");
    }
    if (Accept.parse(headers.get("accept")).best(List.of(MediaType.JSON)).isEmpty()) {
      throw new Refusal(
          ProblemType.NOT_ACCEPTABLE, "Accept application/json and text/event-stream.");
    }
    if (ContentType.parse(headers.get("content-type"))
        .filter(type -> type.is(MediaType.JSON) && type.isUtf8())
        .isEmpty()) {
      throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
    }
    return response(reply(request));
  }

  /// A page that an attacker's name was pointed at this machine for has the attacker's origin. On a
  /// developer's machine only pages of that machine may call, unless the operator names others.
  private boolean isAllowed(@Nullable String origin) {
    List<String> allowed = configuration.allowedOrigins();
    return origin == null
        || allowed.contains(origin)
        || allowed.contains("*") && (!configuration.local() || isLoopback(origin));
  }

  private static boolean isLoopback(String origin) {
    for (String host : List.of("http://127.0.0.1", "http://localhost", "http://[::1]")) {
      if (origin.startsWith(host)) {
        String rest = origin.substring(host.length());
        return rest.isEmpty()
            || rest.startsWith(":")
                && rest.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
      }
    }
    return false;
  }

  private Reply reply(Request request) throws Refusal {
    Headers headers = request.headers();
    var envelope =
        new Envelope(
            true,
            headers.get("mcp-protocol-version"),
            headers.get("mcp-method"),
            headers.get("mcp-name"),
            request.base());
    String body;
    try {
      body = request.body().utf8();
    } catch (Refusal refusal) {
      if (refusal.problem().type() == ProblemType.MALFORMED_BODY) {
        return McpServer.unreadable(refusal.problem().detail());
      }
      throw refusal;
    }
    return server.answer(body, envelope);
  }

  private Response response(Reply reply) {
    @Nullable Explanation explanation = reply.explanation();
    Outcome outcome =
        explanation == null
            ? Outcome.of(reply.word())
            : Outcome.of(Objects.requireNonNull(explanation), rulebook);
    return new Response(
        reply.status(),
        reply.json().isEmpty() ? Map.of() : Map.of("content-type", MediaType.JSON.header()),
        reply.json(),
        outcome);
  }
}
