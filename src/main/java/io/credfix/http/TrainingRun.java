package io.credfix.http;

import io.credfix.diagnose.Rulebook;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts the function as Lambda does, once, while its container image is built, so that the JVM
/// can keep its classes loaded and linked in an AOT cache. The runtime interface client is the real
/// one; this is the Lambda Runtime API that it asks, on loopback: two answers of each kind, then
/// the process is told to end, and writes the cache. Source: AWS Lambda Developer Guide, "Using the
/// Lambda runtime API".
public final class TrainingRun {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final int ROUNDS = 2;
  private static final int SECONDS = 120;

  /// The year 2100, in milliseconds.
  private static final long NO_DEADLINE = 4_102_444_800_000L;

  private final List<String> events;
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final CountDownLatch answers;

  private TrainingRun(List<String> events) {
    this.events = events;
    answers = new CountDownLatch(events.size() * ROUNDS);
  }

  /// @param command how Lambda starts the function
  /// @throws IllegalStateException when the function does not answer
  public static void main(String... command) throws IOException, InterruptedException {
    Rulebook rulebook = Rulebook.builtIn();
    List<String> events = new ArrayList<>(SampleEvents.of(rulebook));
    events.addAll(SampleEvents.ofCauses(rulebook));
    var training = new TrainingRun(events);
    try (var server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> training.accept(server));
      var builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getLocalPort());
      Process function = builder.start();
      try {
        if (!training.answers.await(SECONDS, TimeUnit.SECONDS) || training.failed.get() > 0) {
          throw new IllegalStateException("The function does not answer as it should.");
        }
        // Asked to end, not ended by force: the cache is written on the way out.
        function.destroy();
        if (!function.waitFor(SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("The function does not end.");
        }
      } finally {
        function.destroyForcibly();
      }
    }
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new WireReader(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (in.await()) {
        RequestHead head = RequestHead.read(in);
        String body = new String(RequestBody.read(head, in), StandardCharsets.UTF_8);
        if (head.path().equals(INVOCATION + "next")) {
          int number = given.getAndIncrement();
          if (number >= events.size() * ROUNDS) {
            answers.await();
            Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS));
            return;
          }
          write(out, "200 OK", events.get(number % events.size()));
        } else {
          if (!head.path().endsWith("/response") || !body.contains("\"statusCode\":200")) {
            failed.incrementAndGet();
          }
          write(out, "202 Accepted", "");
          answers.countDown();
        }
      }
    } catch (IOException | WireException gone) {
      // The function has ended, and with it its connections.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\ncontent-type: application/json\r\nlambda-runtime-aws-request-id: "
            + UUID.randomUUID()
            + "\r\nlambda-runtime-deadline-ms: "
            + NO_DEADLINE
            + "\r\nlambda-runtime-invoked-function-arn:"
            + " arn:aws:lambda:eu-north-1:111122223333:function:credfix:live\r\ncontent-length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }
}
