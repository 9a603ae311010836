import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts a function as Lambda's Java runtime does, hands it two events, and takes the times from
/// the start of the process to the first answer, and from the second event to its answer.
class ColdStart {
  private static final byte[] EVENT = read(Path.of("events/diagnose-json-asia.json"));

  record Figures(double first, double second, double processor, long peakKb) {}

  public static void main(String[] args) throws Exception {
    String java = Path.of(args[0], "bin", "java").toString();
    int runs = Integer.parseInt(args[2]);
    Path archives = Files.createDirectories(Path.of("target/bench"));
    Path lib = Path.of("target/credfix-function/lib");
    String libraries;
    try (Stream<Path> jars = Files.list(lib)) {
      libraries = String.join(File.pathSeparator, jars.map(Path::toString).sorted().toList());
    }
    Map<String, String[]> functions = new LinkedHashMap<>();
    functions.put(
        "hello world",
        new String[] {"target/bench/hello" + File.pathSeparator + libraries, "Hello::handleRequest"});
    functions.put(
        "credfix",
        new String[] {
          "target/credfix-function" + File.pathSeparator + libraries,
          "io.credfix.http.LambdaHandler::handleRequest"
        });
    Map<String, List<Figures>> all = new LinkedHashMap<>();
    for (int run = -1; run < runs; run++) {
      for (Map.Entry<String, String[]> function : functions.entrySet()) {
        String[] what = function.getValue();
        List<String> command =
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-classpath",
                args[1] + File.pathSeparator + what[0],
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                what[1]);
        Figures figures = start(command, what[1], archives.resolve("function.log"));
        if (run >= 0) {
          all.computeIfAbsent(function.getKey(), any -> new ArrayList<>()).add(figures);
        }
      }
    }
    System.out.println(
        "Medians of " + runs + " runs in turn (fastest):\n\n"
            + "| | spawn to first answer, ms | second answer, ms | processor time of both, ms | peak memory, MB |\n"
            + "|---|--:|--:|--:|--:|");
    all.forEach(
        (name, list) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.0f (%.0f) | %.1f (%.1f) | %.0f (%.0f) | %.0f |%n",
                name,
                median(list.stream().mapToDouble(Figures::first).toArray()),
                list.stream().mapToDouble(Figures::first).min().orElse(0),
                median(list.stream().mapToDouble(Figures::second).toArray()),
                list.stream().mapToDouble(Figures::second).min().orElse(0),
                median(list.stream().mapToDouble(Figures::processor).toArray()),
                list.stream().mapToDouble(Figures::processor).min().orElse(0),
                median(list.stream().mapToDouble(f -> f.peakKb() / 1024.0).toArray())));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Figures start(List<String> command, String handler, Path log) throws Exception {
    var answered = new CountDownLatch[] {new CountDownLatch(1), new CountDownLatch(1)};
    var times = new long[4];
    var sent = new int[1];
    var received = new int[1];
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().endsWith("/next")) {
            int number = sent[0]++;
            if (number > 1) {
              return;
            }
            times[number] = System.nanoTime();
            give(exchange);
          } else {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes());
            if (!path.endsWith("/response") || !body.contains("200")) {
              System.err.println(path + " " + body);
            }
            times[2 + received[0]] = System.nanoTime();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
            answered[received[0]++].countDown();
          }
        });
    server.start();
    var builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> env = builder.environment();
    env.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CREDFIX_"));
    env.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort());
    env.put("_HANDLER", handler);
    env.put("LAMBDA_TASK_ROOT", Path.of("target/credfix-function").toAbsolutePath().toString());
    env.put("AWS_LAMBDA_FUNCTION_NAME", "f");
    env.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    env.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    env.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    env.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    env.put("AWS_REGION", "eu-north-1");
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      for (CountDownLatch latch : answered) {
        if (!latch.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("no answer; see " + log);
        }
      }
      return new Figures(
          (times[2] - start) / 1e6,
          (times[3] - times[1]) / 1e6,
          process.toHandle().info().totalCpuDuration().orElseThrow().toMillis(),
          peak(process.pid()));
    } finally {
      process.destroyForcibly().waitFor();
      server.stop(0);
    }
  }

  private static void give(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-north-1:111122223333:function:f:live");
    // The client's native part crashes where the service leaves out the content type; it never does.
    headers.set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, EVENT.length);
    exchange.getResponseBody().write(EVENT);
    exchange.close();
  }

  /// Linux's own account of the process's largest resident set.
  private static long peak(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return 0;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
