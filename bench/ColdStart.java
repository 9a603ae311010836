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
/// function its name, folder and handler. A folder may be the root of a container image.
class ColdStart {
  private static final byte[] EVENT = read(Path.of("events/diagnose-json-asia.json"));
  private static final Path WORK = Path.of("target/bench");

  private static final String CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String IMAGE_OPTIONS = "var/task/options";

  record Function(
      String name, String handler, Path folder, List<String> command, Path archive) {}

  record Figures(double first, double second, double processor, double both, long peakKb) {}

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[2]);
    boolean aot = args[3].equals("aot");
    List<Function> functions = new ArrayList<>();
    for (int i = 4; i < args.length; i += 3) {
      Function plain = function(args, i);
      functions.add(plain);
      if (aot) {
        functions.add(trained(plain, args));
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

  private static Function function(String[] args, int at) throws IOException {
    Path folder = Path.of(args[at + 1]);
    if (Files.exists(folder.resolve(IMAGE_OPTIONS))) {
      return new Function(
          args[at], args[at + 2], folder, inside(folder, List.of(), args[at + 2]), Path.of(""));
    }
    // As Lambda unpacks it: classes in a folder, libraries beside them.
    String libraries = libraries(folder);
    return new Function(
        args[at],
        args[at + 2],
        folder,
        command(args, List.of(), folder + libraries, args[at + 2]),
        archive(folder, at));
  }

  /// The same with a cache that a training run with the same two events made. A cache needs the
  /// classes in an archive. An image brings its own.
  private static Function trained(Function plain, String[] args) throws Exception {
    String name = plain.name() + ", AOT cache";
    if (Files.exists(plain.folder().resolve(IMAGE_OPTIONS))) {
      List<String> options = List.of("-XX:AOTCache=/var/task/credfix.aot");
      return new Function(
          name,
          plain.handler(),
          plain.folder(),
          inside(plain.folder(), options, plain.handler()),
          plain.archive());
    }
    String path = plain.archive() + libraries(plain.folder());
    Path cache = Path.of(plain.archive().toString().replace(".jar", ".aot"));
    Files.deleteIfExists(cache);
    List<String> training =
        command(args, List.of("-XX:AOTCacheOutput=" + cache), path, plain.handler());
    start(training, plain.handler(), true);
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no cache of " + plain.name() + "; see target/bench");
    }
    return new Function(
        name,
        plain.handler(),
        plain.folder(),
        command(args, List.of("-XX:AOTCache=" + cache), path, plain.handler()),
        plain.archive());
  }

  private static List<String> command(
      String[] args, List<String> options, String path, String handler) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(args[0], "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-classpath"));
    command.add(args[1] + File.pathSeparator + path);
    command.addAll(List.of(CLIENT, handler));
    return command;
  }

  /// What the image's entry point says, without the engine that would start the container.
  private static List<String> inside(Path root, List<String> options, String handler) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("chroot", root.toString(), "/var/lang/bin/java"));
    command.addAll(options);
    command.addAll(List.of("@/" + IMAGE_OPTIONS, CLIENT, handler));
    return command;
  }

  private static String libraries(Path folder) throws IOException {
    var path = new StringBuilder();
    try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
      libraries.sorted().forEach(library -> path.append(File.pathSeparator).append(library));
    }
    return path.toString();
  }

  private static Path archive(Path folder, int number) throws IOException {
    Path archive =
        Files.createDirectories(WORK.resolve("functions"))
            .resolve(number + ".jar")
            .toAbsolutePath();
    Files.deleteIfExists(archive);
    List<String> jar = new ArrayList<>(List.of("--create", "--no-compress", "--file"));
    jar.add(archive.toString());
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (!entry.getFileName().toString().equals("lib")) {
          jar.addAll(List.of("-C", folder.toString(), entry.getFileName().toString()));
        }
      }
    }
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    if (tool.run(System.out, System.err, jar.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("no archive of " + folder);
    }
    return archive;
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
