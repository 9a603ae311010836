package io.credfix.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.google.re2j.Pattern;
import io.credfix.render.HtmlRenderer;
import io.credfix.render.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes one script of the ES modules under `web/`: portals load `/widget.js` from another origin,
/// and a page that waits for one file is ready sooner than one that waits for a chain. Runs in the
/// build, so that no start pays for it.
///
/// It knows the forms that the modules use: one import a line, from a file beside it, and `export`
/// before a function, class or constant. JSON is taken as it is; `type: "text"` gives a string.
public final class ScriptBundle {
  private static final Pattern REM = Pattern.compile("(-?[0-9.]+)rem\\b");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern PUNCTUATION = Pattern.compile("\\s*([{};])\\s*");

  /// More than half of what a page loads, and it knows nothing of a page.
  private static final String LARGEST = "redact.js";

  private final List<Path> folders;
  private final Map<String, String> generated;
  private final Map<String, String> modules = new LinkedHashMap<>();

  private ScriptBundle(List<Path> folders, Map<String, String> generated) {
    this.folders = folders;
    this.generated = generated;
  }

  /// Writes `app.js`, `widget.js` and `app.css`, and beside the artifact the widget's integrity
  /// metadata.
  ///
  /// @param args folder of the modules, folder of the shapes, folder to write to, file of the
  ///   integrity metadata
  public static void main(String[] args) throws IOException {
    var folders = List.of(Path.of(args[0]), Path.of(args[1]));
    var form = Map.of("form.html", HtmlRenderer.formAlone(new Site("", true, "", "")));
    Path target = Path.of(args[2]);
    Files.createDirectories(target);
    Files.writeString(target.resolve("app.js"), of("page.js", folders, form));
    Files.writeString(
        target.resolve("app.css"), styles(Files.readString(folders.getFirst().resolve("app.css"))));
    String widget = of("element.js", folders, form);
    Files.writeString(target.resolve("widget.js"), widget);
    Files.writeString(Path.of(args[3]), integrity(widget) + "\n");
  }

  /// One script that does what the module does.
  ///
  /// @param entry the module's file name
  /// @param folders where files are looked for, in this order
  /// @param generated files that stand in no folder, by name
  static String of(String entry, List<Path> folders, Map<String, String> generated)
      throws IOException {
    var bundle = new ScriptBundle(folders, generated);
    bundle.add(entry, "module");
    return String.join("", bundle.modules.values());
  }

  /// What portals put into the `integrity` attribute.
  static String integrity(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-384").digest(script.getBytes(StandardCharsets.UTF_8));
      return "sha384-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-384", e);
    }
  }

  /// Adds a file after those it imports.
  ///
  /// @param type as the import says: `module`, `json` or `text`
  private void add(String file, String type) throws IOException {
    if (modules.containsKey(file)) {
      return;
    }
    String source = read(file);
    String value =
        switch (type) {
          case "json" -> compact(source);
          case "text" -> quoted(file.endsWith(".css") ? relative(styles(source)) : source);
          default -> module(file, source);
        };
    modules.put(file, "const " + variable(file) + " = " + value + ";\n");
  }

  private String module(String file, String source) throws IOException {
    var body = new StringBuilder(source.length());
    List<String> exported = new ArrayList<>();
    boolean comment = false;
    for (String line : source.split("\n", -1)) {
      String text = line.strip();
      boolean wasComment = comment;
      comment = (comment || text.startsWith("/**")) && !text.endsWith("*/");
      if (wasComment || text.startsWith("/**") || text.startsWith("//") || text.isEmpty()) {
        continue;
      }
      if (line.startsWith("import ")) {
        body.append(imported(line)).append('\n');
      } else if (line.startsWith("export ")) {
        String declaration = line.substring("export ".length());
        exported.add(declared(declaration));
        body.append(CompactScript.line(declaration)).append('\n');
      } else {
        body.append(CompactScript.line(line)).append('\n');
      }
    }
    String script = CompactScript.joined(body.toString());
    if (file.equals(LARGEST)) {
      script = ShortNames.of(script, exported);
    }
    return "(() => {\n" + script + "return { " + String.join(", ", exported) + " };\n})()";
  }

  /// `import { a, b } from "./file.js";` or `import a from "./file.json" with { type: "json" };`
  private String imported(String line) throws IOException {
    int from = line.indexOf(" from \"./");
    int end = line.indexOf('"', from + " from \"./".length());
    if (from < 0 || end < 0) {
      throw new IOException("An import must stand on one line and name a file beside it: " + line);
    }
    String file = line.substring(from + " from \"./".length(), end);
    int type = line.indexOf("type: \"", end);
    add(
        file,
        type < 0
            ? "module"
            : line.substring(type + "type: \"".length(), line.indexOf('"', type + 7)));
    return "const " + line.substring("import ".length(), from) + " = " + variable(file) + ";";
  }

  private static String declared(String declaration) throws IOException {
    String[] words = declaration.replace("async ", "").split("[ (=]", 3);
    if (!List.of("function", "class", "const").contains(words[0])) {
      throw new IOException(
          "Only functions, classes and constants can be exported: " + declaration);
    }
    return words[1];
  }

  private String read(String file) throws IOException {
    if (generated.containsKey(file)) {
      return generated.get(file);
    }
    for (Path folder : folders) {
      if (Files.exists(folder.resolve(file))) {
        return Files.readString(folder.resolve(file));
      }
    }
    throw new IOException("There is no " + file + " in " + folders);
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /// Lengths in `rem` follow the portal's root element, whose size can be anything; `--rem` does
  /// not.
  private static String relative(String styles) {
    return REM.matcher(styles).replaceAll("calc($1*var(--rem))");
  }

  /// A style sheet without comments, indentation and the white space around braces and semicolons.
  static String styles(String source) {
    return PUNCTUATION.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("$1").strip();
  }

  /// JSON without the indentation.
  private static String compact(String json) {
    return String.join("", json.lines().map(String::strip).toList());
  }

  private static String variable(String file) {
    return "$" + file.replace('.', '_').replace('-', '_');
  }
}
