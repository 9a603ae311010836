package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileInputTest {
  private static final int SIZE = 65_536;

  /// Twenty times what is usual on a busy machine; quadratic work takes minutes.
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final List<String> TRIGGERS =
      List.of(
          "=",
          "[",
          "\\",
          "&",
          "&amp;",
          "%",
          "%25",
          "'",
          "\"",
          "\\\"",
          "\u001b[",
          "\u001b]",
          "://",
          "://a:",
          "://a:b@",
          "@tcp(",
          "AKIA",
          "AKIAIOSFODNN7EXAMPLE ",
          "asia1",
          "eyJ",
          "eyJ.",
          "IQoJ",
          "password=",
          "password=\"",
          "password='x\n",
          "password: |\n  ",
          "password: ",
          "secret ",
          "secret key secret key ",
          "-----BEGIN PRIVATE KEY-----",
          "-----BEGIN PRIVATE KEY-----\n",
          "-----END PRIVATE KEY-----",
          "A\n-----END PRIVATE KEY-----\n",
          "<saml:Assertion ",
          "<saml:Assertion \n\n",
          "<Response ",
          "<password>",
          "kind: Secret\ndata:\n  a: b\n",
          "kind: Secret data: {",
          "CanonicalRequest:\nGET\n",
          "StringToSign AWS4-",
          "curl -u a:b ",
          "mysql -p",
          "mfa: 123456\n",
          "a,password,c\n1,2,3\n",
          "|password|x|\n",
          "machine login password x\n",
          "Authorization: Basic a",
          "Cookie: a=b; ",
          "Bearer abcdefgh1A ",
          "PuTTY-User-Key-File-",
          "Encoded authorization failure message: abcdefghijklmnop1\n",
          "AQAEAabcdefghijklmnop1\n",
          "\u200b",
          "\u00ad",
          "\u00a0",
          "=3D",
          "=\n",
          "a\n",
          "\n",
          "\r",
          "\0",
          "\ud800",
          "\udb40",
          "\u202e",
          "{\"",
          "name\":\"password\",\"value\":\"x\"",
          "arn:",
          "_",
          "a-",
          "A1b",
          "aA1/",
          "[password removed]",
          "(",
          "Password....",
          "creds: a:b1c2d3e4",
          "user/pass: a/b\n",
          "echo a1 | sudo -S x\n",
          "sudo -S ",
          "| base64 ",
          "schtasks /rp x ",
          "Evaluating secrets\n=> '",
          "password:\n  a\n",
          "    ----------\npassword:\n    a1\n",
          "expect assword\n",
          "hooks.slack.com/services/",
          "10:00:00 a\n",
          "\\\n  a",
          "%5C:",
          "code: ABCD-ABCD",
          "A_PASSWORD  a1b2c3d4\n",
          "│ A_PASSWORD │ a1b2c3d4 │\n",
          "\\n10:00:00 ab",
          "password=b(",
          "secret_key,",
          "${",
          "│ ",
          "> ",
          "</a>",
          "password</a>",
          "password is ",
          "password -> \"a\"",
          "\"password\":\"a\" -> ");

  private final Redactor redactor = new Redactor();

  @Test
  void repeatsOfEveryTriggerTakeBoundedTime() {
    for (String trigger : TRIGGERS) {
      check(trigger.repeat(SIZE / trigger.length()), "repeated " + trigger);
    }
  }

  @Test
  void nestingAndFloodsTakeBoundedTime() {
    Map<String, String> inputs = new LinkedHashMap<>();
    Random random = new Random(1);
    String base64 = Paste.secret("b64:" + SIZE, random);
    inputs.put("base64", base64);
    inputs.put("base64 in lines", base64.replaceAll("(.{76})", "$1\n"));
    inputs.put("base64 in short lines", base64.replaceAll("(.{20})", "$1\n"));
    inputs.put("base64 in words", base64.replaceAll("(.{12})", "$1 "));
    inputs.put("keys before pieces", base64.replaceAll("(.{19})", "AKIAIOSFODNN7EXAMPLE $1\n"));
    inputs.put("colours", base64.replaceAll("(.)", "\u001b[31m$1"));
    var quotes = new StringBuilder();
    var indents = new StringBuilder();
    var mixed = new StringBuilder();
    for (int depth = 0; quotes.length() < SIZE; depth++) {
      quotes.append("secret=").append("\\".repeat(depth)).append('"');
    }
    for (int depth = 0; indents.length() < SIZE; depth++) {
      indents.append(" ".repeat(depth)).append("password: |\n");
    }
    while (mixed.length() < SIZE) {
      mixed.append(TRIGGERS.get(random.nextInt(TRIGGERS.size())));
    }
    inputs.put("nested quotes", quotes.toString());
    inputs.put("nested scalars", indents.toString());
    inputs.put("all triggers", mixed.toString());
    inputs.forEach(
        (name, input) -> check(input.substring(0, Math.min(SIZE, input.length())), name));
  }

  private void check(String input, String name) {
    Redacted redacted =
        assertTimeout(LIMIT, () -> redactor.redact(Submission.of(input)), () -> name);
    assertEquals(
        redacted.text(), redactor.redact(Submission.of(redacted.text())).text(), () -> name);
  }
}
