package io.credfix.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
  private static final Rulebook RULEBOOK = Rulebook.builtIn();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(SiteGenerator.class)
  void everyCauseHasAPageAndEveryRelativeLinkLeadsToOne(SiteGenerator generator) {
    Map<String, String> files = new CatalogueExport(RULEBOOK, generator).files();
    for (Cause cause : RULEBOOK.causes()) {
      assertTrue(files.containsKey(generator.pages() + CatalogueExport.path(cause)), cause.id());
    }
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".md")) {
            var links = java.util.regex.Pattern.compile("\\]\\(([^):]+\\.md)\\)").matcher(text);
            while (links.find()) {
              Path target = Path.of(path).resolveSibling(links.group(1)).normalize();
              assertTrue(files.containsKey(target.toString()), path + " links to " + target);
            }
          }
        });
  }

  @Test
  void writesAgainOnlyWhatChanged() throws IOException {
    Map<String, String> files = new LinkedHashMap<>(Map.of("a.md", "A", "b/c.md", "C"));
    var target = new ExportFolder(folder.resolve("site"));
    assertEquals(new ExportFolder.Outcome(2, 0, 0), target.write(files));
    assertEquals(new ExportFolder.Outcome(0, 0, 2), target.write(files));
    files.put("a.md", "changed");
    files.remove("b/c.md");
    Path own = folder.resolve("site/own.md");
    Files.writeString(own, "not ours");
    assertEquals(new ExportFolder.Outcome(1, 1, 0), target.write(files));
    assertEquals("changed", Files.readString(folder.resolve("site/a.md")));
    assertFalse(Files.exists(folder.resolve("site/b/c.md")));
    assertTrue(Files.exists(own));
  }

  @Test
  void anEditedManifestDoesNotReachOutside() throws IOException {
    Path outside = folder.resolve("outside.md");
    Files.writeString(outside, "keep");
    var target = new ExportFolder(folder.resolve("site"));
    target.write(Map.of("a.md", "A"));
    Files.writeString(folder.resolve("site/.credfix-export"), "../outside.md\n");
    assertThrows(IOException.class, () -> target.write(Map.of("a.md", "A")));
    assertTrue(Files.exists(outside));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a {b} <c> d      | a &#123;b&#125; &lt;c> d
          `{x}` and {y}    | `{x}` and &#123;y&#125;
          ``a ` {b}`` {c}  | ``a ` {b}`` &#123;c&#125;
          """)
  void mdxTakesNothingForItsOwn(String markdown, String expected) {
    assertEquals(expected.strip(), Mdx.safe(markdown.strip()));
  }

  @Test
  void mdxLeavesFencesAlone() {
    String fenced = "```json\n{\"a\": <b>}\n```";
    assertEquals(fenced, Mdx.safe(fenced));
    assertEquals("````\n```\n{\n````\n&#123;", Mdx.safe("````\n```\n{\n````\n{"));
  }
}
