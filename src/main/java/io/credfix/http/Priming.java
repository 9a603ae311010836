package io.credfix.http;

import io.credfix.Explainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Resource;

/// Runs every way through the house once before Lambda SnapStart takes its snapshot, and what every
/// cause looks like, so that a restored function has all classes loaded and all rules read. Nothing
/// of a run stays: requests are immutable, times and incident numbers are taken when a request is
/// answered, and no call leaves the process.
final class Priming implements Resource {
  /// Snapshots are taken at deployments, where nobody waits for an answer; Lambda allows ten
  /// seconds.
  private static final long WARMING_NANOS = 3_000_000_000L;

  private static final int ROUNDS = 40;

  private final Explainer explainer;
  private final Configuration configuration;
  private final Consumer<String> log;

  /// @param log told once that it is done
  Priming(Explainer explainer, Configuration configuration, Consumer<String> log) {
    this.explainer = explainer;
    this.configuration = configuration;
    this.log = log;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    long start = System.nanoTime();
    // An own API over the same explainer: its requests are in no log and no metric, and the first
    // one after the restore still counts as a cold start.
    var handler = new LambdaHandler(new Api(explainer, configuration, line -> {}));
    explainer.prepare();
    int requests = 0;
    List<String> events = SampleEvents.of(explainer.rulebook());
    for (String event : events) {
      if (!answer(handler, event).startsWith("{\"statusCode\":200,")) {
        // A snapshot of a function that cannot answer must not go live: the deployment fails.
        throw new IllegalStateException("priming: request " + requests + " is not answered");
      }
      requests++;
    }
    List<String> all = new ArrayList<>(SampleEvents.ofCauses(explainer.rulebook()));
    all.addAll(events);
    warm(handler, all, start + WARMING_NANOS);
    log.accept(StartLog.primed(requests, (System.nanoTime() - start) / 1_000_000));
  }

  /// Answers again and again, so that the snapshot holds compiled code.
  private static void warm(LambdaHandler handler, List<String> events, long until) {
    for (int round = 0; round < ROUNDS && System.nanoTime() - until < 0; round++) {
      for (String event : events) {
        if (System.nanoTime() - until >= 0) {
          return;
        }
        answer(handler, event);
      }
    }
  }

  /// As the runtime asks: in bytes, and so answered.
  private static String answer(LambdaHandler handler, String event) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was kept that could be stale.
  }
}
