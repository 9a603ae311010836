package io.credfix.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The Lambda Runtime API as the service serves it to a runtime, on loopback. Source: AWS Lambda
/// Developer Guide, "Using the Lambda runtime API".
final class RuntimeApi implements AutoCloseable {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final String RESTORE = "/2018-06-01/runtime/restore/next";

  private final HttpServer server;
  private final AtomicInteger restores = new AtomicInteger();
  private final BlockingQueue<byte[]> events = new SynchronousQueue<>();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

  /// What the runtime posted.
  ///
  /// @param path where to: `…/response`, `…/error` or `/2018-06-01/runtime/init/error`
  /// @param body as posted
  record Reply(String path, String body) {}

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// The value of `AWS_LAMBDA_RUNTIME_API`.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// How often the runtime asked to be restored.
  int restores() {
    return restores.get();
  }

  /// Hands an event to the runtime and waits for what it posts back.
  Reply invoke(byte[] event, int seconds) throws InterruptedException {
    if (!events.offer(event, seconds, TimeUnit.SECONDS)) {
      Reply failed = replies.poll();
      throw new IllegalStateException(
          "the runtime does not ask for events" + (failed == null ? "" : ": " + failed.path()));
    }
    Reply reply = replies.poll(seconds, TimeUnit.SECONDS);
    if (reply == null) {
      throw new IllegalStateException("the runtime does not answer");
    }
    return reply;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals(INVOCATION + "next")) {
        byte[] event = events.take();
        var headers = exchange.getResponseHeaders();
        // The client takes this header for granted: without it its native part crashes.
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        headers.set(
            "Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 10_000));
        headers.set(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:eu-north-1:111122223333:function:credfix:live");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
      } else if (exchange.getRequestURI().getPath().equals(RESTORE)) {
        // The snapshot is taken here; the answer means that it was restored.
        restores.incrementAndGet();
        exchange.sendResponseHeaders(200, -1);
      } else {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        replies.add(new Reply(exchange.getRequestURI().getPath(), body));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
