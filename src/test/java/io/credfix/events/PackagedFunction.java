package io.credfix.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/// The packaged artifact in a process of its own, started as Lambda's Java runtime starts it: the
/// runtime interface client on the class path, the function under `LAMBDA_TASK_ROOT`.
final class PackagedFunction implements AutoCloseable {
  private static final Path TASK_ROOT = Path.of("target", "credfix-function").toAbsolutePath();

  private final RuntimeApi api = new RuntimeApi();
  private final Path log;
  private final Process process;

  PackagedFunction(Path folder) throws IOException {
    this(folder, Map.of());
  }

  /// @param folder for the log
  /// @param environment further variables
  PackagedFunction(Path folder, Map<String, String> environment) throws IOException {
    this(folder, environment, 896);
  }

  /// @param heap at most so many megabytes
  PackagedFunction(Path folder, Map<String, String> environment, int heap) throws IOException {
    log = folder.resolve("function.log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As the managed runtime for Java 25 starts it without SnapStart.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx" + heap + "m",
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            runtime(),
            AWSLambda.class.getName(),
            "io.credfix.http.LambdaHandler::handleRequest");
    // The runtime takes the function from its working directory.
    builder.directory(TASK_ROOT.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> env = builder.environment();
    env.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CREDFIX_"));
    env.put("AWS_LAMBDA_RUNTIME_API", api.address());
    env.put("_HANDLER", "io.credfix.http.LambdaHandler::handleRequest");
    env.put("LAMBDA_TASK_ROOT", TASK_ROOT.toString());
    env.put("AWS_LAMBDA_FUNCTION_NAME", "credfix");
    env.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    env.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    env.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/credfix");
    env.put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
    env.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    env.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    env.put("AWS_REGION", "eu-north-1");
    env.putAll(environment);
    process = builder.start();
  }

  /// Sends one event and reads the answer.
  ///
  /// @throws IllegalStateException when the runtime reports an error instead
  Answer invoke(byte[] event) throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the runtime has ended with " + process.exitValue());
    }
    RuntimeApi.Reply reply = api.invoke(event, 60);
    if (!reply.path().endsWith("/response")) {
      throw new IllegalStateException("the runtime reported an error at " + reply.path());
    }
    return Answer.of(reply.body());
  }

  /// Sends one event and gives what the runtime posted: an answer, or its report of an error.
  RuntimeApi.Reply post(byte[] event) throws InterruptedException {
    return api.invoke(event, 60);
  }

  /// Waits until the process has ended by itself.
  ///
  /// @throws IllegalStateException when it goes on
  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the runtime goes on");
    }
  }

  /// Everything that the process has written.
  String log() throws IOException {
    return Files.readString(log);
  }

  /// How often it asked to be restored from a snapshot.
  int restores() {
    return api.restores();
  }

  long pid() {
    return process.pid();
  }

  private static String runtime() {
    return Stream.of(
            AWSLambda.class, PojoSerializer.class, Context.class, SdkInternalThreadLocal.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    api.close();
  }

  /// The libraries of the artifact, for tests of what it carries.
  static List<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(TASK_ROOT.resolve("lib"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
