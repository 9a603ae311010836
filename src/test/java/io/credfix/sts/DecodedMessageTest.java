package io.credfix.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.Explainer;
import io.credfix.diagnose.Rulebook;
import io.credfix.diagnose.StatedContext;
import io.credfix.redact.Submission;
import io.credfix.render.Decoding;
import io.credfix.render.Explanation;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.MarkdownRenderer;
import io.credfix.render.Site;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a guide makes of a decoded message, and of one that could not be decoded.
class DecodedMessageTest {
  private static final String ENCODED = "4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnop_qrstuv";
  private static final String PASTE =
      "An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are"
          + " not authorized to perform this operation. Encoded authorization failure message: "
          + ENCODED;
  private static final String DOCUMENT =
      """
      {"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{"statementId":"OnlyInStockholm",
      "effect":"DENY","principals":{"items":[{"value":"AROAEXAMPLE"}]},"actions":{"items":[{"value":"ec2:RunInstances"}]},
      "resources":{"items":[{"value":"*"}]},"conditions":{"items":[]}}]},"failures":{"items":[]},
      "context":{"principal":{"id":"AROAEXAMPLE:ann","arn":"arn:aws:sts::111122223333:assumed-role/Dev/ann"},
      "action":"ec2:RunInstances","resource":"arn:aws:ec2:eu-west-1:111122223333:instance/*","conditions":{"items":[]}}}
      """;

  private final Rulebook rulebook = Rulebook.builtIn();

  private record Fixed(Answer answer) implements MessageDecoder {
    @Override
    public Answer decode(String message, @Nullable String principalArn) {
      assertEquals(ENCODED, message);
      return answer;
    }

    @Override
    public void prepare() {}
  }

  private Explanation explain(String paste, MessageDecoder decoder) {
    return new Explainer(rulebook, decoder)
        .explain(Submission.of(paste), StatedContext.NONE, false);
  }

  private String markdown(Explanation explanation) {
    return new MarkdownRenderer(rulebook).guide(explanation);
  }

  private Explanation decoded(String document) {
    return explain(PASTE, new Fixed(new MessageDecoder.Answer(Decoding.DECODED, document)));
  }

  @Test
  void isExplainedAsIfItHadBeenPasted() {
    Explanation explanation = decoded(DOCUMENT);
    String guide = markdown(explanation);
    assertTrue(guide.contains(Decoding.DECODED.sentence()), guide);
    assertTrue(guide.contains("| Matched statement | `DENY` `OnlyInStockholm`"), guide);
    assertTrue(guide.contains("explicit deny"), guide);
    assertFalse(guide.contains(ENCODED), guide);
    Explanation pasted = explain(PASTE + "\n\n" + DOCUMENT, NoDecoder.INSTANCE);
    assertEquals(
        pasted.diagnosis().causes().getFirst().cause().id(),
        explanation.diagnosis().causes().getFirst().cause().id());
  }

  @Test
  void isNotShownAsTextOfTheReader() {
    assertFalse(decoded(DOCUMENT).redacted().text().contains("OnlyInStockholm"));
  }

  @Test
  void losesItsSecretsToo() {
    String secret = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY";
    String guide =
        markdown(
            decoded(DOCUMENT.replace("OnlyInStockholm", "aws_secret_access_key=" + secret + " x")));
    assertFalse(guide.contains(secret), guide);
  }

  @Test
  void isUnreadableWhenItIsNoDocument() {
    Explanation explanation = decoded("Welcome to the proxy. Please sign in.");
    assertEquals(Decoding.UNREADABLE, explanation.decoding());
    assertTrue(explanation.diagnosis().recognized());
    assertFalse(markdown(explanation).contains("Welcome"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Decoding.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NOT_TRIED", "DECODED"})
  void refusalIsToldWithACommandAndLeavesTheCauseAsItWas(Decoding refusal) {
    Explanation without = explain(PASTE, NoDecoder.INSTANCE);
    Explanation explanation = explain(PASTE, new Fixed(MessageDecoder.Answer.refused(refusal)));
    String guide = markdown(explanation);
    assertTrue(guide.contains(refusal.sentence()), guide);
    assertTrue(guide.contains("aws sts decode-authorization-message"), guide);
    String html = new HtmlRenderer(rulebook).fragment(explanation, new Site("", false, "", ""));
    assertTrue(html.contains("authorization message was"), html);
    assertEquals(
        without.diagnosis().causes().stream().map(cause -> cause.cause().id()).toList(),
        explanation.diagnosis().causes().stream().map(cause -> cause.cause().id()).toList());
  }

  @Test
  void nothingIsAskedWithoutAMessageOrWhenItsMeaningIsThere() {
    MessageDecoder never =
        new MessageDecoder() {
          @Override
          public Answer decode(String message, @Nullable String principalArn) {
            throw new AssertionError("asked");
          }

          @Override
          public void prepare() {}
        };
    assertEquals(Decoding.NOT_TRIED, explain("AccessDenied", never).decoding());
    assertEquals(Decoding.NOT_TRIED, explain(PASTE + "\n" + DOCUMENT, never).decoding());
  }

  @Test
  void nothingOfTheSdkIsNeededWhileDecodingIsOff() throws Exception {
    List<URL> without = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("awssdk")) {
        without.add(url(entry));
      }
    }
    try (var loader =
        new URLClassLoader(without.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      assertThrows(
          ClassNotFoundException.class,
          () -> loader.loadClass("software.amazon.awssdk.services.sts.StsClient"));
      loader.loadClass("io.credfix.http.LambdaHandler").getConstructor().newInstance();
      assertEquals(
          "INSTANCE",
          loader
              .loadClass("io.credfix.sts.MessageDecoder")
              .getMethod("of", Map.class)
              .invoke(null, Map.of())
              .toString());
    }
  }

  private static URL url(String entry) throws MalformedURLException {
    return Path.of(entry).toUri().toURL();
  }
}
