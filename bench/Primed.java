package io.credfix.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.crac.Core;

/// One function as Lambda SnapStart leaves it: made, primed by its own hook, and then asked for the
/// first time. Prints the milliseconds of priming, and of each event named those of the first answer and the
/// second. What a restore itself takes is AWS's and not in it.
class Primed {
  public static void main(String[] events) throws Exception {
    long start = System.nanoTime();
    var handler = new LambdaHandler();
    // A JVM that takes no checkpoints does not call the hook: Lambda's does.
    Objects.requireNonNull(handler.priming()).beforeCheckpoint(Core.getGlobalContext());
    var line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "primed %.0f", (System.nanoTime() - start) / 1e6));
    for (String event : events) {
      byte[] bytes = Files.readAllBytes(Path.of(event));
      String name = Path.of(event).getFileName().toString().replace(".json", "");
      double first = answer(handler, bytes);
      line.append(String.format(Locale.ROOT, " %s %.2f %.2f", name, first, answer(handler, bytes)));
    }
    System.err.println(line);
  }

  private static double answer(LambdaHandler handler, byte[] event) throws Exception {
    var out = new ByteArrayOutputStream();
    long start = System.nanoTime();
    handler.handleRequest(new ByteArrayInputStream(event), out, null);
    double millis = (System.nanoTime() - start) / 1e6;
    if (!out.toString(StandardCharsets.UTF_8).startsWith("{\"statusCode\":200,")) {
      throw new IllegalStateException(out.toString(StandardCharsets.UTF_8));
    }
    return millis;
  }
}
