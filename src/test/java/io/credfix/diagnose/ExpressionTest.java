package io.credfix.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Random;
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
          ab+c                              | a
          [^]x](y)\\{ab                      | {ab
          x{2}yy                            | yy
          \\bword\\b                          | word
          (?m)^(?-i:a_token)[ \\t]*=         | a_token
          """)
  void knowsTheLiteralThatMustBeThere(String expression, String literal) {
    assertEquals(
        literal.strip(), String.join(",", new Expression(expression.strip()).literals()).strip());
  }

  @Test
  void knowsNoLiteralWhereOneAlternativeHasNone() {
    assertEquals(List.of(), new Expression("one|[a-z]+").literals());
    assertEquals(List.of(), new Expression("(one)?").literals());
  }

  @Test
  void knowsTheLiteralsOfWhichOneMustBeThere() {
    assertEquals(List.of("one", "other"), new Expression("(one|an?other) x?").literals());
  }

  @Test
  void saysNothingOfWhatItDoesNotUnderstand() {
    for (String source : List.of("\\Qa.b\\E", "(?s)one.two", "\\pLone", "[[:alpha:]]one")) {
      assertEquals(List.of(), new Expression(source).literals(), source);
    }
    assertEquals(true, find("(?s)one.two", "one\ntwo"));
  }

  @Test
  void readsAsFarAsAMatchCanReachAndNoFurther() {
    String far = "x".repeat(5000);
    assertEquals(true, find("key[ \t]*=[a-z]*z", far + "\nkey =" + far + "z\n" + far));
    assertEquals(true, find("start[^\\n]*key", "start" + far + "key"));
    assertEquals(true, find("start\\s*key", "start" + "\n".repeat(3000) + "key"));
    assertEquals(true, find("(?m)^key$", far + "\nkey\n" + far));
    assertEquals(false, find("^key", far + "\nkey\n" + far));
    assertEquals(false, find("\\bkey", far + "key" + far));
    assertEquals(false, find("key$", far + "key" + far));
    assertEquals(true, find("(ab|cd){2}!", far + "abcd!" + far));
    assertEquals(true, find("one.{0,3}key", far + "one \u0130 key"));
  }

  /// Whatever the text: what the windows show is what the whole text shows.
  @Test
  void findsInWindowsWhatTheWholeTextHolds() {
    var random = new Random(11);
    String[] pieces = {
      "key", "id", "=", " ", "  ", "\n", "a", "9", "\"", "KEY", "\u0130", "xxxxxxxxxx"
    };
    for (String source :
        List.of(
            "key[ \\t]*=",
            "(?m)^key\\s+id",
            "\\bid\\b.{0,4}key",
            "(key|id)[a-z]{1,3}=",
            "a[^=]*=\"",
            "id$",
            "key[^ ]* id",
            "key[^= ]*(id|a)",
            "(?-i:KEY)+9?a")) {
      var whole = com.google.re2j.Pattern.compile(source, com.google.re2j.Pattern.CASE_INSENSITIVE);
      for (int i = 0; i < 3000; i++) {
        var text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
          text.append(pieces[random.nextInt(pieces.length)]);
        }
        assertEquals(whole.matcher(text).find(), find(source, text.toString()), source + text);
      }
    }
  }

  @Test
  void findsWhereTheLiteralIsAndTheRestFits() {
    assertEquals(true, find("[a-z]\\.\\.amazonaws", "sts..AMAZONAWS.com"));
    assertEquals(false, find("[a-z]\\.\\.amazonaws", "9..amazonaws.com"));
    assertEquals(false, find("(?-i)Missing", "missing"));
    assertEquals(true, find("one|another", "another"));
  }
}
