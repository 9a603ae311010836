package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A burst of long texts on the local server with little memory: they wait for their turn, and all
/// are answered.
class BurstIT {
  private static final int REQUESTS = 80;
  private static final String LINE =
      "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The"
          + " security token included in the request is invalid. ";

  @Test
  void everyRequestIsAnswered(@TempDir Path folder) throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-classpath",
                target.resolve("credfix.jar")
                    + File.pathSeparator
                    + target.resolve("lib").resolve("*"),
                "io.credfix.Main",
                "serve",
                "--port",
                "0")
            .redirectError(folder.resolve("log").toFile())
            .start();
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(out.readLine()).resolve("v1/diagnose"))
              .header("content-type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString(LINE.repeat(65_000 / LINE.length())))
              .build();
      List<CompletableFuture<Integer>> burst =
          Stream.generate(
                  () ->
                      client
                          .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                          .thenApply(HttpResponse::statusCode))
              .limit(REQUESTS)
              .toList();
      List<Integer> statuses = burst.stream().map(CompletableFuture::join).toList();
      assertEquals(Collections.nCopies(REQUESTS, 200), statuses);
    } finally {
      stop(server);
    }
  }

  private static void stop(Process server) throws IOException, InterruptedException {
    server.destroy();
    server.waitFor();
    server.getInputStream().close();
  }
}
