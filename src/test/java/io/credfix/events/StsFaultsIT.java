package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.sts.StsServer;
import io.credfix.sts.StsServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// STS fails in every way that it can, and the packaged function answers with a guide all the same,
/// says what happened, and logs one word about it.
class StsFaultsIT {
  private static final FaultTable TABLE = new FaultTable("sts");

  private static final String ENCODED = "4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnop_qrstuv";
  private static final String DOCUMENT =
      "{\"allowed\":false,\"explicitDeny\":false,\"matchedStatements\":{\"items\":[]},"
          + "\"context\":{\"principal\":{\"arn\":\"arn:aws:iam::111122223333:user/Ann\"},"
          + "\"action\":\"ec2:RunInstances\",\"resource\":\"*\",\"conditions\":{\"items\":[]}}}";
  private static final byte[] EVENT =
      """
      {"version":"2.0","rawPath":"/v1/diagnose","headers":{"content-type":"text/plain","accept":"text/markdown"},
      "requestContext":{"stage":"$default","http":{"method":"POST","path":"/v1/diagnose"}},"isBase64Encoded":false,
      "body":"An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/Ann is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-north-1:111122223333:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: %s"}
      """
          .formatted(ENCODED)
          .getBytes(StandardCharsets.UTF_8);

  /// One way to fail.
  ///
  /// @param name for people
  /// @param identity answers to `GetCallerIdentity`
  /// @param decoding answers to `DecodeAuthorizationMessage`
  /// @param word what the log calls it
  /// @param sentence a piece of what the guide says
  record Fault(String name, Reply identity, List<Reply> decoding, String word, String sentence) {
    Fault(String name, Reply decoding, String word, String sentence) {
      this(name, StsServer.identity(StsServer.HOME), List.of(decoding), word, sentence);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fault> faults() {
    Reply throttled = StsServer.error(400, "Throttling", "Rate exceeded");
    return List.of(
        new Fault(
            "STS slow", slow(), List.of(slow()), "no-answer", "AWS STS did not answer in time"),
        new Fault("STS throttles", throttled, "throttled", "asked too often"),
        new Fault(
            "STS answers a page in place of a document",
            new Reply(200, "<html>It works!</html>", 0),
            "unreadable",
            "could not be read"),
        new Fault(
            "STS breaks off in the middle",
            new Reply(200, "<DecodeAuthorizationMessageResponse><Decode", 0),
            "unreadable",
            "could not be read"),
        new Fault(
            "STS decodes something that is no JSON",
            StsServer.decoded("allowed? no"),
            "unreadable",
            "could not be read"),
        new Fault(
            "STS fails itself",
            StsServer.error(503, "ServiceUnavailable", "busy"),
            "failing",
            "an error of its own"),
        new Fault(
            "the role may not decode",
            StsServer.error(403, "AccessDenied", "not authorized"),
            "denied",
            "AWS STS answered `AccessDenied`"),
        new Fault(
            "the message was cut",
            StsServer.error(400, "InvalidAuthorizationMessageException", "Message is not valid"),
            "invalid-message",
            "`InvalidAuthorizationMessageException`"),
        new Fault(
            "the function's credentials have expired",
            StsServer.error(403, "ExpiredToken", "The security token is expired"),
            "own-credentials",
            "did not accept this service's own credentials"),
        new Fault(
            "the principal is of another account",
            StsServer.identity("arn:aws:sts::444455556666:assumed-role/credfix/function"),
            List.of(throttled),
            "other-account",
            "its principal is in another account"));
  }

  private static Reply slow() {
    return new Reply(200, "", 6_000);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isAnsweredWithTheGuideAndTheReason(Fault fault, @TempDir Path folder) throws Exception {
    try (var sts = new StsServer();
        var function = new PackagedFunction(folder, environment(sts.address().toString()))) {
      sts.on("GetCallerIdentity", fault.identity())
          .on("DecodeAuthorizationMessage", fault.decoding().toArray(Reply[]::new));
      check(function, fault.name(), fault.word(), fault.sentence());
      assertTrue(sts.count("DecodeAuthorizationMessage") <= 4, "more than one retry");
    }
  }

  /// STS refuses what seems to be signed hours ago and names its own time; the SDK signs again by
  /// it.
  @Test
  void isDecodedUnderAWrongClock(@TempDir Path folder) throws Exception {
    try (var sts = new StsServer().ahead(Duration.ofHours(3));
        var function = new PackagedFunction(folder, environment(sts.address().toString()))) {
      sts.on("GetCallerIdentity", StsServer.identity(StsServer.HOME))
          .on("DecodeAuthorizationMessage", StsServer.decoded(DOCUMENT));
      function.invoke(EVENT);
      long start = System.nanoTime();
      Answer answer = function.invoke(EVENT);
      long nanos = System.nanoTime() - start;
      assertTrue(answer.body().contains("no statement allows it"), answer.body());
      assertTrue(function.log().contains("\"decoding\":\"decoded\""), function.log());
      assertTrue(sts.calls().size() > 2, "nothing was refused");
      TABLE.saw(
          "the function's clock is 3 hours behind",
          "200, the decoded message: the SDK signs again by STS's time",
          nanos,
          "`decoding=decoded`");
    }
  }

  @Test
  void isAnsweredWhereNothingListens(@TempDir Path folder) throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (var function = new PackagedFunction(folder, environment("http://127.0.0.1:" + free))) {
      check(function, "STS down: connection refused", "no-answer", "did not answer in time");
    }
  }

  @Test
  void isAnsweredWhereAConnectionIsTakenAndNothingComes(@TempDir Path folder) throws Exception {
    try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var function =
            new PackagedFunction(
                folder, environment("http://127.0.0.1:" + socket.getLocalPort()))) {
      check(function, "STS down: connected, no answer", "no-answer", "did not answer in time");
    }
  }

  @Test
  void isAnsweredWhereTheFunctionHasNoCredentials(@TempDir Path folder) throws Exception {
    try (var sts = new StsServer();
        var function =
            new PackagedFunction(
                folder,
                Map.of(
                    "CREDFIX_DECODE",
                    "on",
                    "AWS_ENDPOINT_URL_STS",
                    sts.address().toString(),
                    "AWS_EC2_METADATA_DISABLED",
                    "true",
                    "AWS_SHARED_CREDENTIALS_FILE",
                    folder.resolve("none").toString(),
                    "AWS_CONFIG_FILE",
                    folder.resolve("none").toString()))) {
      check(function, "the function has no credentials", "not-asked", "has no credentials");
      assertEquals(List.of(), sts.calls());
    }
  }

  private static void check(PackagedFunction function, String fault, String word, String sentence)
      throws IOException, InterruptedException {
    assertEquals(200, function.invoke(EVENT).status());
    // The second time: without loading the SDK.
    long start = System.nanoTime();
    Answer answer = function.invoke(EVENT);
    long nanos = System.nanoTime() - start;
    assertEquals(200, answer.status());
    assertTrue(answer.body().contains(sentence), answer.body());
    assertTrue(
        answer.body().contains("aws sts decode-authorization-message"), "no command to decode it");
    String log = function.log();
    assertTrue(log.contains("\"decoding\":\"" + word + "\""), log);
    assertFalse(log.contains(ENCODED.substring(0, 20)), "the log holds the message");
    TABLE.saw(fault, "200, the guide; " + sentence, nanos, "`decoding=" + word + "`");
    assertEquals(200, function.invoke(EventFiles.read("health")).status());
  }

  private static Map<String, String> environment(String endpoint) {
    return Map.of(
        "CREDFIX_DECODE",
        "on",
        "AWS_ENDPOINT_URL_STS",
        endpoint,
        "AWS_ACCESS_KEY_ID",
        "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY",
        "none");
  }
}
