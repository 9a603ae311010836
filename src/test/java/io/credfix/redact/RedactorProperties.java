package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorProperties {
  private static final Redactor REDACTOR = new Redactor();

  @Property(tries = 500)
  void redactingTwiceChangesNothing(@ForAll("pieces") List<String> pieces) {
    String once = redact(String.join("", pieces));
    assertEquals(once, redact(once));
  }

  @Property(tries = 500)
  void theOutputIsBounded(@ForAll("pieces") List<String> pieces) {
    String text = String.join("", pieces);
    assertTrue(redact(text).length() <= text.length() * 16 + 100);
  }

  @Property(tries = 500)
  void aNamedSecretIsGoneWhateverStandsAround(
      @ForAll("noise") String before,
      @ForAll("noise") String after,
      @ForAll("kinds") String kind,
      @ForAll("names") String name,
      @ForAll long seed) {
    String secret = Paste.secret(kind, new Random(seed));
    String output = redact(before + "\n" + name + secret + "\n" + after);
    for (int i = 0; i + 20 <= secret.length(); i++) {
      assertTrue(!output.contains(secret.substring(i, i + 20)));
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "password",
            "=",
            ":",
            " ",
            "\n",
            "\"",
            "'",
            "\\",
            "AKIAIOSFODNN7EXAMPLE",
            "eyJhbGciOiJI",
            "UzI1NiJ9",
            "secret",
            "token",
            "[",
            "]",
            "<",
            ">",
            "/",
            "%2F",
            "&quot;",
            "\u001b[31m",
            "-----BEGIN PRIVATE KEY-----",
            "-----END PRIVATE KEY-----",
            "://",
            "@",
            "[password removed]",
            "[access key id AKIA… removed]",
            "│ ",
            "> ",
            "is ",
            "Aa1+",
            "x",
            "…",
            "***",
            "data:",
            "kind: Secret",
            "|",
            ",",
            ";",
            "\t",
            "\u200b",
            "\u00a0",
            "CanonicalRequest:\nGET\n")
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(Paste.survivors());
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("sk", "st", "jwt", "alnum:32", "b64u:48", "ecr");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "export AWS_SECRET_ACCESS_KEY=",
        "aws_session_token = ",
        "password: ",
        "\"SecretAccessKey\": \"",
        "api_key=",
        "$env:DB_PASSWORD = '",
        "<SessionToken>",
        "Authorization: Bearer ");
  }

  private static String redact(String text) {
    return REDACTOR.redact(Submission.of(text)).text();
  }
}
