package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No text makes the parser throw or linger: 64 KiB of everything that opens something.
// Generous: it is there to end what never ends, not to measure.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HostileTextTest {
  private static final int LARGEST = 65_536;

  private static final String[] OPENINGS = {
    "An error occurred (",
    "A client error (A) occurred when calling the ",
    "operation error S3: X, ",
    "operation error ",
    "api error A: ",
    "status code: 403, request id: a",
    "(Service: X; Status Code: 4; ",
    "A: b (Service: X, ",
    "<Code>",
    "<Code>A</Code>",
    "<Message>",
    "<",
    "{",
    "[",
    "\"code\": \"",
    "a=\"",
    "AccessDenied: ",
    "AccessDenied\n",
    "AccessDenied ",
    "a.b.CError: ",
    "Caused by: a.BException: x\n",
    "Aws::S3::Errors::AccessDenied",
    "Aws::Errors::",
    "(client): ",
    "Error executing \"",
    "AWS Error Code: A, ",
    "unhandled error (A",
    "ExceptionName: A Message: ",
    "User: arn:aws:iam::1:user/x is not authorized to perform: ",
    "arn:",
    "arn:aws:iam::111122223333:role/a\n",
    "aws sts get-caller-identity\n",
    "--profile ",
    "https://",
    "https://a.amazonaws.com/",
    "/aws4_request",
    "Signature expired: ",
    "{\"allowed\":false,\"explicitDeny\":[",
    "\\",
    "\\\"",
    "\\n",
    "\u001b[",
    "\\u001b[",
    "&amp;",
    "&#x",
    "&",
    "│ ",
    "'\n'",
    " ",
    "\n",
    "\u0000",
    "\ud800",
    "\udc00",
    "a.",
    "a:",
    "A::B",
    "C:\\",
    "#012",
    "(403 (A)",
    "code CODE ",
    "error calling ",
    "get credentials: "
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096, LARGEST})
  void repeatedOpeningsAreReadToTheEnd(int length) {
    for (String opening : OPENINGS) {
      assertNotNull(Fixture.parse(repeated(opening, length)));
    }
  }

  @Test
  void anyMixtureIsRead() {
    var random = new Random(20261101);
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder();
      while (text.length() < 4096) {
        String opening = OPENINGS[random.nextInt(OPENINGS.length)];
        text.append(opening, 0, random.nextInt(opening.length() + 1));
      }
      assertNotNull(Fixture.parse(text.toString()));
    }
  }

  @Test
  void everyBeginningAndEndOfATextIsRead() {
    Fixture.all()
        .limit(60)
        .forEach(
            fixture -> {
              for (int at = 0; at <= fixture.text().length(); at += 3) {
                assertNotNull(Fixture.parse(fixture.text().substring(0, at)));
                assertNotNull(Fixture.parse(fixture.text().substring(at)));
              }
            });
  }

  private static String repeated(String opening, int length) {
    return opening.repeat(length / opening.length() + 1).substring(0, length);
  }
}
