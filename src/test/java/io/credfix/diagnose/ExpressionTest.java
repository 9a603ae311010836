package io.credfix.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static boolean find(String expression, String text) {
    return new Expression(expression).isIn(text, text.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [a-z0-9]\\.\\.amazonaws\\.com      | ..amazonaws.com
          (?-i)Missing Authentication Token | missing authentication token
          arn:aws[a-z-]*:(iam):[^ ]* is bad | arn:aws
          colou?r                           | colo
          ab+c                              | ab
          [^]x](y)\\{ab                      | {ab
          x{2}yy                            | yy
          \\bword\\b                          | word
          """)
  void knowsTheLiteralThatMustBeThere(String expression, String literal) {
    assertEquals(literal.strip(), new Expression(expression.strip()).literal().strip());
  }

  @Test
  void knowsNoLiteralOfAlternatives() {
    assertEquals("", new Expression("one|another").literal());
  }

  @Test
  void findsWhereTheLiteralIsAndTheRestFits() {
    assertEquals(true, find("[a-z]\\.\\.amazonaws", "sts..AMAZONAWS.com"));
    assertEquals(false, find("[a-z]\\.\\.amazonaws", "9..amazonaws.com"));
    assertEquals(false, find("(?-i)Missing", "missing"));
    assertEquals(true, find("one|another", "another"));
  }
}
