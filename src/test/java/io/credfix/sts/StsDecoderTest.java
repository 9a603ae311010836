package io.credfix.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.render.Decoding;
import io.credfix.sts.MessageDecoder.Answer;
import io.credfix.sts.StsServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/// The real SDK against a server that speaks the STS query protocol.
class StsDecoderTest {
  private static final String MESSAGE = "4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnop_qrstuv";
  private static final String OURS = "arn:aws:iam::111122223333:user/Ann";
  private static final String DOCUMENT = "{\"allowed\":false,\"explicitDeny\":true}";

  private StsServer sts;

  @BeforeEach
  void start() throws IOException {
    sts = new StsServer().on("GetCallerIdentity", StsServer.identity(StsServer.HOME));
  }

  @AfterEach
  void stop() {
    sts.close();
  }

  private static StsDecoder at(URI endpoint) {
    return new StsDecoder(
        () ->
            StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_NORTH_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "none"))));
  }

  private Answer decode(@Nullable String principal, Reply... replies) {
    return at(sts.on("DecodeAuthorizationMessage", replies).address()).decode(MESSAGE, principal);
  }

  private void assertRefused(Decoding expected, Answer answer) {
    assertEquals(expected, answer.decoding());
    assertNull(answer.document());
  }

  @Test
  void handsTheMessageToStsSignedAndGetsTheDocument() {
    Answer answer = decode(OURS, StsServer.decoded(DOCUMENT));
    assertEquals(new Answer(Decoding.DECODED, DOCUMENT), answer);
    Map<String, String> call = sts.calls().getLast();
    assertEquals("DecodeAuthorizationMessage", call.get("Action"));
    assertEquals("2011-06-15", call.get("Version"));
    assertEquals(MESSAGE, call.get("EncodedMessage"));
    assertTrue(
        call.getOrDefault("Authorization", "").startsWith("AWS4-HMAC-SHA256 Credential=AKIA"));
  }

  @Test
  void asksForItsOwnAccountOnceAndOnlyWhenAPrincipalIsKnown() {
    StsDecoder decoder =
        at(sts.on("DecodeAuthorizationMessage", StsServer.decoded(DOCUMENT)).address());
    decoder.decode(MESSAGE, null);
    assertEquals(0, sts.count("GetCallerIdentity"));
    decoder.decode(MESSAGE, OURS);
    decoder.decode(MESSAGE, OURS);
    assertEquals(1, sts.count("GetCallerIdentity"));
    assertEquals(3, sts.count("DecodeAuthorizationMessage"));
  }

  @Test
  void keepsAMessageOfAnotherAccountOrPartitionToItself() {
    assertRefused(
        Decoding.OTHER_ACCOUNT,
        decode("arn:aws:iam::444455556666:user/Bo", StsServer.decoded(DOCUMENT)));
    assertRefused(
        Decoding.OTHER_ACCOUNT,
        decode("arn:aws-cn:iam::111122223333:user/Bo", StsServer.decoded(DOCUMENT)));
    assertEquals(0, sts.count("DecodeAuthorizationMessage"));
  }

  @Test
  void decodesAllTheSameWhenItsOwnAccountCannotBeFoundOut() {
    sts.on("GetCallerIdentity", StsServer.error(500, "InternalFailure", "later"));
    assertEquals(
        Decoding.DECODED,
        decode("arn:aws:iam::444455556666:user/Bo", StsServer.decoded(DOCUMENT)).decoding());
  }

  @Test
  void namesEveryRefusalByItsKind() {
    assertRefused(
        Decoding.DENIED,
        decode(OURS, StsServer.error(403, "AccessDenied", "User is not authorized to perform")));
    assertRefused(
        Decoding.INVALID_MESSAGE,
        decode(
            OURS,
            StsServer.error(400, "InvalidAuthorizationMessageException", "Message is not valid")));
    assertRefused(
        Decoding.OWN_CREDENTIALS,
        decode(OURS, StsServer.error(400, "ExpiredToken", "The security token is expired")));
    assertRefused(
        Decoding.OWN_CREDENTIALS,
        decode(
            OURS, StsServer.error(403, "InvalidClientTokenId", "The security token is invalid")));
    assertRefused(
        Decoding.UNREADABLE, decode(OURS, StsServer.error(400, "SomethingNew", "Who knows")));
  }

  @Test
  void triesOnceMoreWhenThrottled() {
    Reply throttled = StsServer.error(400, "Throttling", "Rate exceeded");
    assertEquals(Decoding.DECODED, decode(OURS, throttled, StsServer.decoded(DOCUMENT)).decoding());
    assertEquals(2, sts.count("DecodeAuthorizationMessage"));
  }

  @Test
  void givesUpAfterOneRetry() {
    assertRefused(
        Decoding.THROTTLED, decode(OURS, StsServer.error(400, "Throttling", "Rate exceeded")));
    assertEquals(2, sts.count("DecodeAuthorizationMessage"));
    assertRefused(Decoding.FAILING, decode(OURS, StsServer.error(500, "InternalFailure", "later")));
    assertRefused(Decoding.FAILING, decode(OURS, new Reply(503, "", 0)));
    assertEquals(6, sts.count("DecodeAuthorizationMessage"));
  }

  @Test
  void doesNotTakeGarbageForADocument() {
    for (String garbage :
        new String[] {"", "<html><body>Welcome</body></html>", "{\"a\":1}", "\u0000\u0001", "<a"}) {
      Answer answer = decode(OURS, new Reply(200, garbage, 0));
      assertNull(answer.document(), garbage);
      assertTrue(
          answer.decoding() == Decoding.UNREADABLE || answer.decoding() == Decoding.NO_ANSWER,
          () -> answer.decoding().word());
    }
  }

  @Test
  void waitsTwoSecondsAndNoLonger() {
    Reply decoded = StsServer.decoded(DOCUMENT);
    long start = System.nanoTime();
    assertRefused(Decoding.NO_ANSWER, decode(null, new Reply(200, decoded.body(), 6000)));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5000);
  }

  @Test
  void saysThatNobodyAnsweredWhenTheServerIsDown() {
    URI gone = sts.address();
    sts.close();
    assertRefused(Decoding.NO_ANSWER, at(gone).decode(MESSAGE, OURS));
  }

  @Test
  void saysThatItCouldNotAskWithoutCredentials() {
    var decoder =
        new StsDecoder(
            () ->
                StsClient.builder()
                    .endpointOverride(sts.address())
                    .region(Region.EU_NORTH_1)
                    .credentialsProvider(SystemPropertyCredentialsProvider.create()));
    assertRefused(Decoding.NOT_ASKED, decoder.decode(MESSAGE, OURS));
    assertEquals(0, sts.calls().size());
  }

  @Test
  void isSwitchedOnByTheWordOnAlone() {
    assertEquals(
        StsDecoder.class, MessageDecoder.of(Map.of(MessageDecoder.VARIABLE, "on")).getClass());
    for (String value : new String[] {"", "off", "true", "ON "}) {
      assertEquals(
          NoDecoder.INSTANCE, MessageDecoder.of(Map.of(MessageDecoder.VARIABLE, value)), value);
    }
    assertEquals(NoDecoder.INSTANCE, MessageDecoder.of(Map.of()));
  }
}
