import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Starts functions in turn as Lambda's Java runtime does, hands each two events, and takes the
/// times from the start of the process to the first answer, and from the second event to its
/// answer. Arguments: JDK, class path of the runtime client, runs, "aot" or "plain", and for each
/// function its name, folder and handler.
class ColdStart {
  private static final byte[] EVENT = read(Path.of("events/diagnose-json-asia.json"));
  private static final Path WORK = Path.of("target/bench");

  record Function(String name, String handler, List<String> command) {}

  record Figures(double first, double second, double processor, double both, long peakKb) {}

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[2]);
    boolean aot = args[3].equals("aot");
    List<Function> functions = new ArrayList<>();
    for (int i = 4; i < args.length; i += 3) {
      Function plain = function(args, i);
      functions.add(plain);
      if (aot) {
        functions.add(trained(plain, functions.size()));
      }
    }
    Map<String, List<Figures>> all = new LinkedHashMap<>();
    for (int run = -1; run < runs; run++) {
      for (Function function : functions) {
        Figures figures = start(function.command(), function.handler(), false);
        if (run >= 0) {
          all.computeIfAbsent(function.name(), any -> new ArrayList<>()).add(figures);
        }
      }
    }
    System.out.printf(
        "Medians of %d runs in turn (fastest):%n%n| | spawn to first answer, ms | processor time"
            + " until then, ms | second answer, ms | processor time of both, ms | peak memory, MB"
            + " |%n|---|--:|--:|--:|--:|--:|%n",
        runs);
    all.forEach(
        (name, list) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.0f |%n",
                name,
                figure(list, Figures::first, "%.0f (%.0f)"),
                figure(list, Figures::processor, "%.0f (%.0f)"),
                figure(list, Figures::second, "%.1f (%.1f)"),
                figure(list, Figures::both, "%.0f (%.0f)"),
                sorted(list, f -> f.peakKb() / 1024.0)[list.size() / 2]));
  }

  private static String figure(
      List<Figures> list, ToDoubleFunction<Figures> part, String medianAndFastest) {
    double[] values = sorted(list, part);
    return String.format(Locale.ROOT, medianAndFastest, values[values.length / 2], values[0]);
  }

  private static double[] sorted(List<Figures> list, ToDoubleFunction<Figures> part) {
    return list.stream().mapToDouble(part).sorted().toArray();
  }

  /// The function's classes stand in one archive, as a cache of classes needs it.
  private static Function function(String[] args, int at) throws IOException {
    Path folder = Path.of(args[at + 1]);
    Path archive =
        Files.createDirectories(WORK.resolve("functions")).resolve(at + ".jar").toAbsolutePath();
    Files.deleteIfExists(archive);
    List<String> jar = new ArrayList<>(List.of("--create", "--file", archive.toString()));
    List<Path> path = new ArrayList<>(List.of(archive));
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (entry.getFileName().toString().equals("lib")) {
          try (Stream<Path> libraries = Files.list(entry)) {
            libraries.sorted().forEach(path::add);
          }
        } else {
          jar.addAll(List.of("-C", folder.toString(), entry.getFileName().toString()));
        }
      }
    }
    if (ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, jar.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("no archive of " + folder);
    }
    String libraries =
        String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    return new Function(
        args[at],
        args[at + 2],
        List.of(
            Path.of(args[0], "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            args[1] + File.pathSeparator + libraries,
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            args[at + 2]));
  }

  /// The same with a cache that a training run with the same two events made.
  private static Function trained(Function plain, int number) throws Exception {
    Path cache = WORK.resolve("functions").resolve(number + ".aot").toAbsolutePath();
    Files.deleteIfExists(cache);
    start(with(plain, "-XX:AOTCacheOutput=" + cache), plain.handler(), true);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no cache of " + plain.name() + "; see target/bench");
    }
    return new Function(
        plain.name() + ", AOT cache", plain.handler(), with(plain, "-XX:AOTCache=" + cache));
  }

  private static List<String> with(Function function, String option) {
    List<String> command = new ArrayList<>(function.command());
    command.add(1, option);
    return command;
  }

  /// @param orderly lets the process come to its own end, where it writes a cache
  private static Figures start(List<String> command, String handler, boolean orderly)
      throws Exception {
    Path log = WORK.resolve("function.log");
    var answered = new CountDownLatch[] {new CountDownLatch(1), new CountDownLatch(1)};
    var times = new long[4];
    var processor = new long[1];
    var sent = new int[1];
    var received = new int[1];
    var process = new Process[1];
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
            if (number == 1) {
              processor[0] = processor(process[0]);
            }
            times[number] = System.nanoTime();
            give(exchange);
          } else {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes());
            times[2 + received[0]] = System.nanoTime();
            if (!path.endsWith("/response") || !body.contains("200")) {
              System.err.println(path + " " + body);
            }
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
    process[0] = builder.start();
    try {
      for (CountDownLatch latch : answered) {
        if (!latch.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("no answer; see " + log);
        }
      }
      Figures figures =
          new Figures(
              (times[2] - start) / 1e6,
              (times[3] - times[1]) / 1e6,
              processor[0],
              processor(process[0]),
              peak(process[0].pid()));
      if (orderly) {
        process[0].destroy();
        process[0].waitFor(120, TimeUnit.SECONDS);
      }
      return figures;
    } finally {
      process[0].destroyForcibly().waitFor();
      server.stop(0);
    }
  }

  private static long processor(Process process) {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis();
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
