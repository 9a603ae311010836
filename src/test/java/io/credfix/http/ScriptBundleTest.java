package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptBundleTest {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Path SHAPES = Path.of("src/main/resources/io/credfix/redact");

  @TempDir Path folder;

  private String bundle(String entry) throws IOException {
    return ScriptBundle.of(entry, List.of(folder), Map.of("made.html", "<p class=\"a\">\n</p>"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void whatIsImportedStandsFirstAndOnce() throws IOException {
    write("a.js", "import { b } from \"./b.js\";\nimport { c } from \"./c.js\";\nb(c);\n");
    write("b.js", "import { c } from \"./c.js\";\nexport function b(x) { return x + c; }\n");
    write("c.js", "// why\nexport const c = 1;\n");
    assertEquals(
        """
        const $c_js = (() => {
        const c=1;
        return { c };
        })();
        const $b_js = (() => {
        const { c } = $c_js;function b(x){return x+c;}
        return { b };
        })();
        const $a_js = (() => {
        const { b } = $b_js;const { c } = $c_js;b(c);
        return {  };
        })();
        """,
        bundle("a.js"));
  }

  @Test
  void dataAndTextBecomeValues() throws IOException {
    write(
        "a.js",
        """
        import data from "./d.json" with { type: "json" };
        import styles from "./s.css" with { type: "text" };
        import html from "./made.html" with { type: "text" };
        """);
    write("d.json", "{\n  \"a\": [1]\n}\n");
    write("s.css", "a { margin: -1.5rem 2rem; }");
    String bundle = bundle("a.js");
    assertTrue(bundle.contains("const $d_json = {\"a\": [1]};\n"), bundle);
    assertTrue(bundle.contains("\"a{margin: calc(-1.5*var(--rem)) calc(2*var(--rem));}\""), bundle);
    assertTrue(bundle.contains("const $made_html = \"<p class=\\\"a\\\">\\n</p>\";"), bundle);
  }

  @Test
  void whatItDoesNotKnowFailsTheBuild() throws IOException {
    write("a.js", "import { b } from \"elsewhere\";\n");
    assertThrows(IOException.class, () -> bundle("a.js"));
    write("a.js", "import { b } from \"./missing.js\";\n");
    assertThrows(IOException.class, () -> bundle("a.js"));
    write("a.js", "export default 1;\n");
    assertThrows(IOException.class, () -> bundle("a.js"));
  }

  @Test
  void theServedScriptsAreOneFileEachAndNeedNoEvaluation() throws IOException {
    for (String entry : List.of("page.js", "element.js")) {
      String script = ScriptBundle.of(entry, List.of(WEB, SHAPES), Map.of("form.html", "<form>"));
      assertFalse(script.contains("\nimport "), entry);
      assertFalse(script.contains("\nexport "), entry);
      for (String sink :
          List.of(
              "eval(", "new Function", ".innerHTML =", "document.write", "insertAdjacentHTML")) {
        assertFalse(script.contains(sink), entry + " has " + sink);
      }
      assertTrue(script.contains("secret access key"), entry);
    }
  }

  @Test
  void stylesLoseOnlyWhatABrowserSkips() {
    String source =
        "/* why */\na > b,\nc d {\n  margin: 0 auto;\n  /* x\n y */ width: calc(1px + 2px);\n}\n";
    assertEquals(
        "a > b,\nc d{margin: 0 auto;width: calc(1px + 2px);}", ScriptBundle.styles(source));
  }

  @Test
  void integrityIsThatOfTheBytes() {
    assertEquals(
        "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
        ScriptBundle.integrity(""));
  }
}
