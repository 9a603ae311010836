package io.credfix.mcp;

import io.credfix.Explainer;
import io.credfix.diagnose.Cause;
import io.credfix.diagnose.ContextMember;
import io.credfix.diagnose.Rulebook;
import io.credfix.redact.KeyPrefixInput;
import io.credfix.render.CatalogueRenderer;
import io.credfix.render.Explanation;
import io.credfix.render.JsonRenderer;
import io.credfix.render.MarkdownRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The three tools. Immutable and thread-safe.
final class Tools {
  private static final String DEFINITIONS = definitions();
  private static final int MAX_WORDS = 20;

  private final Explainer explainer;
  private final Rulebook rulebook;
  private final MarkdownRenderer markdown;
  private final JsonRenderer json;
  private final CatalogueRenderer catalogue;
  private final List<Tool> tools;

  Tools(Explainer explainer) {
    this.explainer = explainer;
    rulebook = explainer.rulebook();
    markdown = new MarkdownRenderer(rulebook);
    json = new JsonRenderer(markdown);
    catalogue = new CatalogueRenderer(rulebook);
    List<String> diagnose = new ArrayList<>(List.of("error", "keyPrefix"));
    for (ContextMember member : ContextMember.values()) {
      diagnose.add(member.label());
    }
    diagnose.add("answers");
    tools =
        List.of(
            new Tool("diagnose", List.copyOf(diagnose), (arguments, base) -> diagnose(arguments)),
            new Tool("list_causes", List.of("family", "words"), this::list),
            new Tool("get_cause", List.of("id"), this::cause));
  }

  /// The array of `tools/list`, one line.
  static String list() {
    return DEFINITIONS;
  }

  Optional<Tool> find(@Nullable Object name) {
    return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  private Tool.Result diagnose(Arguments arguments) throws ToolException {
    KeyPrefixInput.@Nullable Accepted key = arguments.keyPrefix();
    Explanation explanation =
        explainer.explain(
            arguments.error(),
            arguments.context(key == null ? null : key.prefix()),
            key != null && key.cut());
    return new Tool.Result(markdown.guide(explanation), json.render(explanation), explanation);
  }

  private Tool.Result list(Arguments arguments, String base) throws ToolException {
    String family = arguments.text("family");
    if (family != null && rulebook.causes().stream().noneMatch(isOf(family))) {
      throw new ToolException("family: Expected one of " + families() + ".");
    }
    List<String> wanted = words(arguments.text("words"));
    List<Cause> found =
        rulebook.causes().stream()
            .filter(family == null ? cause -> true : isOf(family))
            .filter(cause -> wanted.stream().allMatch(searched(cause)::contains))
            .toList();
    return new Tool.Result(text(found), catalogue.json(found, base), null);
  }

  private Tool.Result cause(Arguments arguments, String base) throws ToolException {
    String id = Objects.requireNonNullElse(arguments.text("id"), "");
    Cause cause =
        rulebook
            .cause(id)
            .orElseThrow(() -> new ToolException("id: No cause has this id; see list_causes."));
    return new Tool.Result(markdown.page(cause), catalogue.json(cause, base), null);
  }

  private static List<String> words(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    var tokens = new StringTokenizer(text.toLowerCase(Locale.ROOT));
    while (tokens.hasMoreTokens() && words.size() < MAX_WORDS) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  private static Predicate<Cause> isOf(String family) {
    return cause -> cause.family().equals(family);
  }

  private String families() {
    return rulebook.causes().stream()
        .map(Cause::family)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String searched(Cause cause) {
    return String.join(
            " ",
            cause.id(),
            catalogue.title(cause),
            cause.family(),
            cause.opening(),
            String.join(" ", cause.codes()))
        .toLowerCase(Locale.ROOT);
  }

  private String text(List<Cause> causes) {
    if (causes.isEmpty()) {
      return "No cause fits. Give the error itself to diagnose.\n";
    }
    var out = new StringBuilder();
    String family = "";
    for (Cause cause : causes) {
      if (!cause.family().equals(family)) {
        family = cause.family();
        out.append(out.isEmpty() ? "" : "\n").append("## ").append(family).append("\n\n");
      }
      out.append("- `").append(cause.id()).append("`: ").append(catalogue.title(cause));
      out.append('\n');
    }
    return out.toString();
  }

  /// Without the indentation: over standard streams a message is one line.
  private static String definitions() {
    try (InputStream in =
        Objects.requireNonNull(Tools.class.getResourceAsStream("/mcp/tools.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
