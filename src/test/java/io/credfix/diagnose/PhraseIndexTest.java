package io.credfix.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseIndexTest {

  private static List<Integer> found(PhraseIndex index, String text) {
    PhraseIndex.Hits hits = index.search(FoldedText.of(text));
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < hits.count(); i++) {
      numbers.add(hits.phrase(i));
    }
    return numbers.stream().sorted().toList();
  }

  private static boolean finds(String phrase, String text) {
    return !found(PhraseIndex.of(List.of(Phrase.of(phrase))), text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the token is expired        | x The Token Is Expired y         | true
          the token is expired        | the token│\u00a0is\u200b expired | true
          the token is expired        | the to\\nken is expired          | true
          the token is expired        | the token isn't expired          | false
          the token is expired        | &quot;the token is expired&quot; | true
          expired                     | unexpired                        | false
          …expired                    | unexpired                        | true
          InvalidClientToken…         | InvalidClientTokenId             | true
          InvalidClientToken          | InvalidClientTokenId             | false
          profile … could not be found| profile (dev) could not be found | true
          """)
  void comparesFoldedText(String phrase, String text, boolean expected) {
    assertEquals(expected, finds(phrase.strip(), text.strip()));
  }

  @Test
  void bridgesAtMostThreeHundredSymbols() {
    assertEquals(true, finds("begin … end", "begin " + "x ".repeat(299) + " end"));
    assertEquals(false, finds("begin … end", "begin " + "x ".repeat(302) + " end"));
  }

  @Test
  void findsAWordOnlyWhereItIsUnbroken() {
    PhraseIndex index = PhraseIndex.of(List.of(Phrase.code("AccessDenied")));
    assertEquals(List.of(0), found(index, "code: AccessDenied."));
    assertEquals(List.of(), found(index, "Access Denied"));
    assertEquals(List.of(), found(index, "AccessDeniedException"));
  }

  @Test
  void findsOverlappingAndNestedPhrases() {
    PhraseIndex index =
        PhraseIndex.of(
            List.of(Phrase.of("a b c d"), Phrase.of("b c"), Phrase.of("c d e"), Phrase.of("zzz")));
    assertEquals(List.of(0, 1, 2), found(index, "a b c d e"));
  }

  @Test
  void survivesBeingWrittenAndRead() throws IOException {
    List<Phrase> phrases = List.of(Phrase.of("one two"), Phrase.of("two … three"));
    var bytes = new ByteArrayOutputStream();
    PhraseIndex.of(phrases).write(new DataOutputStream(bytes));
    PhraseIndex read = PhraseIndex.read(ByteBuffer.wrap(bytes.toByteArray()));
    assertEquals(List.of(0, 1), found(read, "one two and three"));
  }

  /// The automaton against the obvious way, on small alphabets where everything overlaps.
  @Test
  void agreesWithALoopOverAllPhrases() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Phrase> phrases = new ArrayList<>();
      List<String> written = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String phrase = "…" + letters(random, 1 + random.nextInt(5)) + "…";
        written.add(phrase.replace("…", ""));
        phrases.add(Phrase.of(phrase));
      }
      String text = letters(random, 40);
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < written.size(); i++) {
        if (text.contains(written.get(i))) {
          expected.add(i);
        }
      }
      assertEquals(expected, found(PhraseIndex.of(phrases), text), text + " in " + written);
    }
  }

  private static String letters(Random random, int length) {
    var out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append("abc".charAt(random.nextInt(3)));
    }
    return out.toString();
  }
}
