package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A warm function keeps nothing of what it has answered: after a thousand more requests, what is
/// reachable on the heap is as large as before.
class WarmInvocationsIT {
  /// What the virtual machine's own tables may gain: far below one text a request.
  private static final double GROWTH = 1.02;

  @Test
  void doesNotGrowOverAThousandInvocations(@TempDir Path folder) throws Exception {
    try (var function = new PackagedFunction(folder)) {
      invoke(function, 300);
      long before = liveBytes(function.pid());
      invoke(function, 1000);
      long after = liveBytes(function.pid());
      System.out.printf(
          Locale.ROOT,
          "live heap after 300 invocations %,d bytes, after 1,300 %,d bytes%n",
          before,
          after);
      assertTrue(
          after < before * GROWTH, () -> "the live heap grew from " + before + " to " + after);
    }
  }

  private static void invoke(PackagedFunction function, int times)
      throws IOException, InterruptedException {
    List<String> names = EventFiles.names();
    for (int i = 0; i < times; i++) {
      Answer answer = function.invoke(EventFiles.read(names.get(i % names.size())));
      assertTrue(answer.status() < 500, names.get(i % names.size()));
    }
  }

  /// Bytes of all reachable objects; asking makes a full collection.
  private static long liveBytes(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    String total =
        printed.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    try (var words = new Scanner(total.substring("Total".length()))) {
      words.nextLong();
      return words.nextLong();
    }
  }
}
