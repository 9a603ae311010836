package io.credfix.bench;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.credfix.http.Api;
import io.credfix.http.Configuration;
import io.credfix.http.LambdaHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A whole answer as Lambda gives it: API Gateway's event with a JSON body in, a Markdown guide
/// out, the log line included.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// A whole answer runs a thousand methods, each seldom: it takes the compiler some ten seconds of
// processor time until it has made the last of them fast.
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class WholeBenchmark {
  @Param({"300", "4096", "65536"})
  int size;

  @Param({"1", "10", "100"})
  int rules;

  private final List<APIGatewayV2HTTPEvent> events = new ArrayList<>();
  private LambdaHandler handler;
  private int lines;
  private int next;

  /// Writes the events.
  @Setup
  public void prepare() {
    handler =
        new LambdaHandler(
            new Api(ScaledRules.times(rules), Configuration.DEFAULT, line -> lines++));
    // The contract's limit counts bytes: leave room for characters of more than one.
    for (String text : new Pastes(Math.min(size, 64_000)).all()) {
      events.add(
          APIGatewayV2HTTPEvent.builder()
              .withRawPath("/v1/diagnose")
              .withRouteKey("POST /v1/diagnose")
              .withHeaders(Map.of("content-type", "application/json"))
              .withRequestContext(
                  APIGatewayV2HTTPEvent.RequestContext.builder()
                      .withHttp(
                          APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                              .withMethod("POST")
                              .withPath("/v1/diagnose")
                              .build())
                      .build())
              .withBody("{\"error\":" + quoted(text) + ",\"keyPrefix\":\"ASIA\"}")
              .build());
    }
    for (APIGatewayV2HTTPEvent event : events) {
      APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
      if (response.getStatusCode() != 200) {
        throw new IllegalStateException(response.getBody());
      }
    }
  }

  private static String quoted(String text) {
    var out = new StringBuilder(text.length() + 64).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /// One answer.
  @Benchmark
  public APIGatewayV2HTTPResponse answer() {
    next = (next + 1) % events.size();
    return handler.handleRequest(events.get(next), null);
  }
}
