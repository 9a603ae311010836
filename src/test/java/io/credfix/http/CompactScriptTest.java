package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          ^  const a = b ? [1, 2] : c - 1;^ ~ const a=b?[1,2]:c-1;
          return f(" a = b ", 'x , y') + 1; ~ return f(" a = b ",'x , y')+1;
          const s = "it's \\" = "; ~ const s="it's \\" = ";
          return `${a} = ${b}` === c; ~ return `${a} = ${b}`===c;
          if (a in b) return typeof c; ~ if(a in b)return typeof c;
          a = b + +c; ~ a = b + +c;
          a = b - -c; ~ a = b - -c;
          a = b / c + / = /.test(d); ~ a = b / c + / = /.test(d);
          a = `x ${b ? `y = z` : c} = d`; ~ a = `x ${b ? `y = z` : c} = d`;
          text = `begins here = and ~ text = `begins here = and
          """)
  void leavesWhatMeansSomething(String line, String compact) {
    assertEquals(compact, CompactScript.line(line));
  }
}
