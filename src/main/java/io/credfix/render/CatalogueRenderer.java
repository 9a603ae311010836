package io.credfix.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Fix;
import io.credfix.diagnose.LookAlike;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.Reference;
import io.credfix.diagnose.Rulebook;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the catalogue and its causes as JSON, and the list as Markdown. Immutable and
/// thread-safe.
public final class CatalogueRenderer {
  private final JsonFactory factory = new JsonFactory();
  private final Rulebook rulebook;
  private final MarkdownRenderer markdown;
  private final PlaceholderValues none;

  /// @param rulebook the causes
  public CatalogueRenderer(Rulebook rulebook) {
    this.rulebook = rulebook;
    markdown = new MarkdownRenderer(rulebook);
    none = new PlaceholderValues(rulebook.variables());
  }

  /// The list as JSON.
  ///
  /// @param family only this one; null for all
  /// @param base what addresses begin with
  public String json(@Nullable String family, String base) {
    return json(causes(family), base);
  }

  /// A part of the list as JSON.
  ///
  /// @param base what addresses begin with
  public String json(List<Cause> causes, String base) {
    return document(
        out -> {
          out.writeArrayFieldStart("causes");
          for (Cause cause : causes) {
            out.writeStartObject();
            head(out, cause, base);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /// The list as Markdown.
  ///
  /// @param family only this one; null for all
  /// @param base what addresses begin with
  public String markdown(@Nullable String family, String base) {
    var out = new StringBuilder("# All causes\n");
    String last = "";
    for (Cause cause : causes(family)) {
      if (!cause.family().equals(last)) {
        last = cause.family();
        out.append("\n## ").append(Families.title(last)).append("\n\n");
      }
      out.append("- [").append(title(cause)).append("](").append(base);
      out.append("/causes/").append(cause.id()).append(".md) `").append(cause.id()).append("`\n");
    }
    return out.toString();
  }

  /// One cause as JSON.
  ///
  /// @param base what addresses begin with
  public String json(Cause cause, String base) {
    return document(
        out -> {
          head(out, cause, base);
          out.writeStringField("opening", none.fill(cause.opening()));
          out.writeStringField("why", none.fill(cause.why()));
          out.writeArrayFieldStart("fixes");
          for (Fix fix : cause.fixes()) {
            pair(out, "title", none.fill(fix.title()), "markdown", none.fill(fix.markdown()));
          }
          out.writeEndArray();
          out.writeStringField("verify", none.fill(cause.verify()));
          out.writeStringField("prevention", none.fill(cause.prevention()));
          out.writeStringField("actor", none.fill(cause.actor()));
          out.writeArrayFieldStart("lookAlikes");
          for (LookAlike other : cause.lookAlikes()) {
            pair(out, "id", other.causeId(), "tell", none.fill(other.tell()));
          }
          out.writeEndArray();
          out.writeArrayFieldStart("codes");
          for (String code : cause.codes()) {
            out.writeString(code);
          }
          out.writeEndArray();
          out.writeArrayFieldStart("references");
          for (Reference reference : cause.references()) {
            pair(out, "title", reference.title(), "url", reference.url());
          }
          out.writeEndArray();
          out.writeStringField("markdown", markdown.page(cause));
          out.writeStringField("rulebook", rulebook.version());
        });
  }

  /// A cause's title, with the organisation's own words in it.
  public String title(Cause cause) {
    return none.fill(cause.title());
  }

  private List<Cause> causes(@Nullable String family) {
    return rulebook.causes().stream()
        .filter(cause -> family == null || cause.family().equals(family))
        .toList();
  }

  private void head(JsonGenerator out, Cause cause, String base) throws IOException {
    out.writeStringField("id", cause.id());
    out.writeStringField("title", title(cause));
    out.writeStringField("family", cause.family());
    out.writeStringField("url", base + "/causes/" + cause.id());
  }

  private static void pair(
      JsonGenerator out, String name, String value, String otherName, String otherValue)
      throws IOException {
    out.writeStartObject();
    out.writeStringField(name, value);
    out.writeStringField(otherName, otherValue);
    out.writeEndObject();
  }

  private interface Members {
    void write(JsonGenerator out) throws IOException;
  }

  private String document(Members members) {
    var writer = new StringWriter(8192);
    try (JsonGenerator out = factory.createGenerator(writer)) {
      out.writeStartObject();
      members.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
