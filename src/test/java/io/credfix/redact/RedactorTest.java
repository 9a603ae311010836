package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private static final String MESSAGE = "Zk3-".repeat(30) + "_q";

  private final Redactor redactor = new Redactor();

  @Test
  void labelsSayWhatStoodThere() {
    String secret = Paste.secret("sk", new Random(1));
    Redacted redacted =
        redact("aws_access_key_id=AKIAIOSFODNN7EXAMPLE\naws_secret_access_key=" + secret);
    assertEquals(
        """
        aws_access_key_id=[example access key id AKIA… removed]
        aws_secret_access_key=[secret access key removed]\
        """,
        redacted.text());
    assertEquals(
        List.of(new Redaction("access-key-id", 1), new Redaction("secret-access-key", 1)),
        redacted.redactions());
    assertTrue(redacted.documentationKeySeen());
  }

  @Test
  void everySecretOfAKindIsCounted() {
    Random random = new Random(2);
    Redacted redacted =
        redact("a_password=x1\nb_password=y2\nc: " + Paste.secret("jwt", random) + "\n");
    assertEquals(
        List.of(new Redaction("password", 2), new Redaction("json-web-token", 1)),
        redacted.redactions());
  }

  @Test
  void theLettersOfAKeyAreSeenAndItsAccount() {
    Redacted redacted = redact("key " + "ASIAY34FZKBOK" + "MUTVV7A" + " is refused");
    assertEquals("key [access key id ASIA… removed] is refused", redacted.text());
    assertEquals(
        List.of(new KeyPrefix(KeyKind.TEMPORARY, "ASIA", "609629065308")), redacted.keysSeen());
  }

  @Test
  void aMaskedKeyStaysAndTellsItsKind() {
    for (String masked : List.of("ASIA****************", "ASIAXXXXXXXXXXXXXXXX", "ASIA...")) {
      Redacted redacted = redact("The key " + masked + " was used");
      assertEquals("The key " + masked + " was used", redacted.text());
      assertEquals(
          List.of(KeyKind.TEMPORARY), redacted.keysSeen().stream().map(KeyPrefix::kind).toList());
    }
  }

  @Test
  void aTextThatThePageHasRedactedTellsTheSame() {
    Redacted redacted =
        redact("id=[access key id ASIA… removed] and [example access key id AKIA… removed]");
    assertEquals(
        List.of(
            new KeyPrefix(KeyKind.TEMPORARY, "ASIA", null),
            new KeyPrefix(KeyKind.DOCUMENTATION, "AKIA", null)),
        redacted.keysSeen());
    assertEquals(List.of(), redacted.redactions());
  }

  @Test
  void aLabelIsNotCutInTwoByWhatAllLinesBeginWith() {
    String once =
        redact("token,\n| OIDC: one, [token removed],O\n| OIDC: one, [token removed],\n").text();
    assertEquals("token,\n| OIDC: one, [token removed],O\n| OIDC: one, [token removed],\n", once);
  }

  @Test
  void aMessageWithACommaThatIsPrintedTwiceIsNoTable() {
    String text = "failed to get token, no answer\nfailed to get token, no route\n";
    assertEquals(text, redact(text).text());
    assertEquals(
        "User,Password\nann,[password removed]\nUser,Password\nbob,[password removed]\n",
        redact("User,Password\nann,Sommer2026!\nUser,Password\nbob,Winter2025!\n").text());
  }

  @Test
  void emulatorKeysAreToldApart() {
    assertEquals(
        KeyKind.EMULATOR,
        redact("AWS_ACCESS_KEY_ID=" + "LSIAQAAAAAAAGM" + "KEM7X5").keysSeen().getFirst().kind());
  }

  @Test
  void uniqueIdsThatAreNoKeysStay() {
    String text = "AROAEXAMPLEIDEXAMPLE1:alice AIDAEXAMPLEIDEXAMPLE1";
    assertEquals(text, redact(text).text());
  }

  @Test
  void theEncodedMessageIsKeptForDecodingAndMasked() {
    Redacted redacted =
        redact("Encoded authorization failure message: " + MESSAGE + "\n\tstatus code: 403");
    assertEquals(
        "Encoded authorization failure message: [encoded authorization message]\n"
            + "\tstatus code: 403",
        redacted.text());
    assertEquals(Optional.of(MESSAGE), redacted.encodedAuthorizationMessage());
    assertEquals(List.of(), redacted.redactions());
  }

  @Test
  void theEncodedMessageIsWholeAgainAfterWrapping() {
    String text =
        "│ Encoded authorization failure message:\n│ "
            + MESSAGE.substring(0, 60)
            + "\n│ "
            + MESSAGE.substring(60)
            + "\n│ \n";
    assertEquals(Optional.of(MESSAGE), redact(text).encodedAuthorizationMessage());
  }

  @Test
  void aCredentialScopeStays() {
    String signature = Paste.secret("hex:64", new Random(3));
    assertEquals(
        "Authorization: AWS4-HMAC-SHA256 Credential=[example access key id AKIA…"
            + " removed]/20261124/eu-north-1/sts/aws4_request, SignedHeaders=host;x-amz-date,"
            + " Signature=[signature removed]",
        redact(
                "Authorization: AWS4-HMAC-SHA256"
                    + " Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu-north-1/sts/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature="
                    + signature)
            .text());
  }

  @Test
  void aLongPlainMessageIsNoEncodedMessage() {
    assertFalse(
        redact("Encoded authorization failure message: unavailable")
            .encodedAuthorizationMessage()
            .isPresent());
  }

  @Test
  void emptyAndBlankTextsStay() {
    for (String text : List.of("", " ", "\n\n", "\0", "\ud800", "[", "[]", "%", "\\", "&", "=")) {
      assertEquals(text, redact(text).text());
    }
  }

  @Test
  void nothingPrintsTheText() {
    Submission submission = Submission.of("password=hunter2hunter2");
    assertFalse(submission.toString().contains("hunter2"));
    Redacted redacted = redactor.redact(submission);
    assertFalse(redacted.toString().contains("password"));
  }

  private Redacted redact(String text) {
    return redactor.redact(Submission.of(text));
  }
}
