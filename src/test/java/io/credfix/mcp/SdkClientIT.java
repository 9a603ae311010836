package io.credfix.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.SuiteRecord;
import io.credfix.diagnose.Rulebook;
import io.credfix.http.Api;
import io.credfix.http.Configuration;
import io.credfix.http.LambdaHandler;
import io.credfix.http.LocalServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The protocol's official client against the packaged jar as a process of its own, and against the
/// local server. It checks structured results against the tools' schemas by itself.
class SdkClientIT {
  private static final String ERROR =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid.";

  private static McpSyncClient client(McpClientTransport transport) {
    return McpClient.sync(transport)
        .requestTimeout(Duration.ofSeconds(20))
        .initializationTimeout(Duration.ofSeconds(30))
        .enableCallToolSchemaCaching(true)
        .build();
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(McpSchema.CallToolResult result) {
    return assertInstanceOf(McpSchema.TextContent.class, result.content().getFirst()).text();
  }

  private static void assertWorks(McpSyncClient client) {
    McpSchema.InitializeResult greeting = client.initialize();
    assertEquals("credfix", greeting.serverInfo().name());
    assertEquals("2025-11-25", greeting.protocolVersion());
    client.ping();
    assertEquals(
        List.of("diagnose", "list_causes", "get_cause"),
        client.listTools().tools().stream().map(McpSchema.Tool::name).toList());

    McpSchema.CallToolResult guide =
        call(client, "diagnose", Map.of("error", ERROR, "keyPrefix", "ASIA"));
    assertEquals(false, guide.isError());
    assertTrue(
        text(guide).startsWith("# Temporary credentials were sent without their session token"));
    Map<?, ?> data = assertInstanceOf(Map.class, Objects.requireNonNull(guide.structuredContent()));
    assertEquals(true, data.get("recognized"));
    assertEquals(text(guide), data.get("guide"));

    assertTrue(text(call(client, "list_causes", Map.of("words", "clock"))).contains("clock-skew"));
    assertTrue(text(call(client, "get_cause", Map.of("id", "clock-skew"))).startsWith("# "));
    assertEquals(true, call(client, "get_cause", Map.of("id", "no-such")).isError());
    assertThrows(McpError.class, () -> call(client, "no_such_tool", Map.of()));
    assertTrue(client.closeGracefully());
  }

  @Test
  void talksToThePackagedCommand() {
    ServerParameters command =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args("-jar", Path.of("target", "credfix.jar").toAbsolutePath().toString(), "mcp")
            .build();
    assertWorks(client(new StdioClientTransport(command, McpJsonDefaults.getMapper())));
  }

  @Test
  void talksToTheServer() throws IOException {
    var api = new Api(Rulebook.builtIn(), Configuration.DEFAULT.onThisMachine(), SuiteRecord::log);
    try (LocalServer server = LocalServer.start(new LambdaHandler(api), "127.0.0.1", 0)) {
      assertWorks(
          client(
              HttpClientStreamableHttpTransport.builder(server.address().toString())
                  .endpoint("/mcp")
                  .build()));
    }
  }
}
