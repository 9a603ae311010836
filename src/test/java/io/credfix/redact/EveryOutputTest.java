package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.credfix.Explainer;
import io.credfix.SuiteRecord;
import io.credfix.TestRulebook;
import io.credfix.http.Api;
import io.credfix.http.Configuration;
import io.credfix.http.LambdaHandler;
import io.credfix.http.Metrics;
import io.credfix.sts.MessageDecoder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every vector through the handler: each type of answer, each way to be refused, and a fault
/// inside whose exception holds the secret. Searched are the answers, the log with its metrics, and
/// what was printed.
class EveryOutputTest {
  private static final List<String> TYPES =
      List.of("application/json", "text/markdown", "text/html");
  private static final String ENCODED =
      "\n\nEncoded authorization failure message: " + "Ab1-_cD2".repeat(40);

  private final List<String> log = new ArrayList<>();
  private final LambdaHandler handler = handler(new Explainer(TestRulebook.get()));
  private final LambdaHandler faulty = handler(new Explainer(TestRulebook.get(), new Fault()));
  private @Nullable String broken;

  /// A fault inside that speaks of what was pasted.
  private final class Fault implements MessageDecoder {
    @Override
    public Answer decode(String message, @Nullable String principalArn) {
      throw new IllegalStateException(broken, new IllegalArgumentException(broken));
    }

    @Override
    public void prepare() {}
  }

  @Test
  void noSecretOfAVectorIsInAnAnswerTheLogOrOnTheConsole() {
    var console = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    var watched = new PrintStream(console, true, StandardCharsets.UTF_8);
    List<String> leaks = new ArrayList<>();
    int answers = 0;
    try {
      System.setOut(watched);
      System.setErr(watched);
      for (Paste paste : Paste.all(Clothing.PLAIN, 21)) {
        for (Map.Entry<String, String> output : outputs(paste).entrySet()) {
          answers++;
          if (!paste.leaks(output.getValue()).isEmpty()) {
            leaks.add(paste.name() + ": " + output.getKey());
          }
        }
        if (!paste.leaks(String.join("\n", log)).isEmpty()) {
          leaks.add(paste.name() + ": log");
        }
        if (!paste.leaks(console.toString(StandardCharsets.UTF_8)).isEmpty()) {
          leaks.add(paste.name() + ": console");
        }
        log.clear();
        console.reset();
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals(List.of(), leaks);
    assertTrue(answers > 4000);
  }

  private Map<String, String> outputs(Paste paste) {
    Map<String, String> outputs = new java.util.LinkedHashMap<>();
    String text = paste.text();
    String json = "{\"error\":\"" + escaped(text) + "\"}";
    for (String type : TYPES) {
      expect(outputs, "json to " + type, 200, call(handler, "application/json", type, json, ""));
      expect(outputs, "text to " + type, 200, call(handler, "text/plain", type, text, ""));
    }
    String secret = paste.secrets().getFirst();
    broken = text;
    String fault = "{\"error\":\"" + escaped(text + ENCODED) + "\"}";
    expect(outputs, "fault", 500, call(faulty, "application/json", TYPES.getFirst(), fault, ""));
    refused(
        outputs, "cut off", call(handler, "application/json", TYPES.getFirst(), "{" + json, ""));
    String key = "{\"error\":\"x\",\"keyPrefix\":\"" + escaped(secret) + "\"}";
    if (!secret.startsWith("AKIA") && !secret.startsWith("ASIA")) {
      // Of a key id, twelve characters are kept on purpose: they tell the account.
      outputs.put(
          "key prefix", call(handler, "application/json", TYPES.getFirst(), key, "").getBody());
    }
    String member = "{\"error\":\"x\",\"context\":{\"region\":\"" + escaped(secret) + "\"}}";
    outputs.put(
        "member", call(handler, "application/json", TYPES.getFirst(), member, "").getBody());
    String kind = "{\"error\":{\"" + escaped(secret) + "\":1}}";
    refused(outputs, "wrong type", call(handler, "application/json", TYPES.getFirst(), kind, ""));
    refused(outputs, "media type", call(handler, "x/" + header(secret), "text/html", text, ""));
    refused(outputs, "accept", call(handler, "text/plain", "x/" + header(secret), text, ""));
    String query = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    outputs.put(
        "query", call(handler, "text/plain", "text/html", text, "keyPrefix=" + query).getBody());
    outputs.put("path", send(handler, "GET", "/causes/" + query, Map.of(), "", "").getBody());
    outputs.put(
        "submission", Submission.of(text) + "" + new Redactor().redact(Submission.of(text)));
    return outputs;
  }

  private static void expect(
      Map<String, String> outputs, String name, int status, APIGatewayV2HTTPResponse response) {
    assertEquals(status, response.getStatusCode(), name);
    outputs.put(name, response.getBody() + response.getHeaders());
  }

  private static void refused(
      Map<String, String> outputs, String name, APIGatewayV2HTTPResponse response) {
    assertTrue(response.getStatusCode() >= 400, name);
    outputs.put(name, response.getBody() + response.getHeaders());
  }

  private LambdaHandler handler(Explainer explainer) {
    var metrics =
        Metrics.from(Map.of("CREDFIX_METRICS", "detailed", "AWS_LAMBDA_FUNCTION_NAME", "f"));
    return new LambdaHandler(new Api(explainer, Configuration.DEFAULT, metrics, this::keep));
  }

  private void keep(String line) {
    SuiteRecord.log(line);
    log.add(line);
  }

  private static APIGatewayV2HTTPResponse call(
      LambdaHandler handler, String contentType, String accept, String body, String query) {
    return send(
        handler,
        "POST",
        "/v1/diagnose",
        Map.of("content-type", contentType, "accept", accept),
        query,
        body);
  }

  private static APIGatewayV2HTTPResponse send(
      LambdaHandler handler,
      String method,
      String path,
      Map<String, String> headers,
      String query,
      String body) {
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod(method)
            .withPath(path)
            .build();
    return handler.handleRequest(
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRawPath(path)
            .withRawQueryString(query)
            .withHeaders(headers)
            .withBody(body)
            .withIsBase64Encoded(false)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withStage("$default")
                    .withHttp(http)
                    .build())
            .build(),
        null);
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String header(String secret) {
    return secret.replaceAll("[^A-Za-z0-9]", "");
  }
}
