package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "const first=1;const second=first+first;  | const a=1;const b=a+a;",
        "const text=v.text;                      | const a=b.text;",
        "const o={need:need,end};                | const c={need:b,end:a};",
        "const {at,depth=at}=view;               | const {at:a,depth:b=a}=c;",
        "use(ready?yes:{no:yes});                | c(b?a:{no:a});",
        "switch(c){case 1:{value=c;}}            | switch(a){case 1:{b=a;}}",
        "class Set1{has(c){return this.has;}}    | class a{has(b){return this.has;}}",
        "new Map([[name,name]]).get(name);       | new Map([[a,a]]).get(a);",
        "const t=`x ${f(name)} name`;            | const c=`x ${a(b)} name`;",
        "const r=/name[/]\"/.test(\"name\");       | const a=/name[/]\"/.test(\"name\");",
        "[...name,other];                        | [...a,b];",
        "kept(name);// name                      | kept(a);// name",
      })
  void variablesGetShortNamesAndMembersKeepTheirs(String script, String expected) {
    assertEquals(expected, ShortNames.of(script, List.of("kept")));
  }
}
