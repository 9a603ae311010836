package io.credfix.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.credfix.diagnose.ContextMember;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a submission from JSON, token by token: nothing is built of what is not asked for.
final class JsonBody {
  /// Deep enough for anything meant; a page of brackets is not.
  private static final int MAX_DEPTH = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Body.MAX_BYTES)
                  .maxNameLength(1000)
                  .build())
          .build();

  private static final String TEXT_EXPECTED = "Expected a string.";
  private static final String OBJECT_EXPECTED = "Expected an object.";

  private final JsonParser parser;
  private final Draft draft;

  private JsonBody(JsonParser parser, Draft draft) {
    this.parser = parser;
    this.draft = draft;
  }

  /// Reads a document into a draft.
  ///
  /// @throws Refusal when it is no JSON, or no object
  static void read(String json, Draft draft) throws Refusal {
    try (JsonParser parser = FACTORY.createParser(json)) {
      new JsonBody(parser, draft).document();
    } catch (StreamConstraintsException e) {
      throw new Refusal(
          ProblemType.MALFORMED_BODY,
          "The JSON is nested too deep, or has a too long name or number.");
    } catch (IOException e) {
      // The parser's own message repeats what it read.
      throw new Refusal(ProblemType.MALFORMED_BODY, "The body is not well-formed JSON.");
    }
  }

  private void document() throws IOException, Refusal {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new Refusal(ProblemType.MALFORMED_BODY, "The body is empty.");
    }
    if (first != JsonToken.START_OBJECT) {
      parser.skipChildren();
      end();
      throw new Refusal(ProblemType.INVALID_MEMBER, "", OBJECT_EXPECTED);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "error" -> {
          @Nullable String error = text(value, "/error");
          if (error != null) {
            draft.error(error);
          }
        }
        case "keyPrefix" -> draft.keyPrefix(text(value, "/keyPrefix"));
        case "context" -> context(value);
        default -> parser.skipChildren();
      }
    }
    end();
  }

  private void end() throws IOException, Refusal {
    if (parser.nextToken() != null) {
      throw new Refusal(ProblemType.MALFORMED_BODY, "Something follows the JSON document.");
    }
  }

  private void context(JsonToken value) throws IOException {
    if (!isObject(value, "/context")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken inner = parser.nextToken();
      Optional<ContextMember> member = ContextMember.of(name);
      if (member.isPresent()) {
        String pointer = "/context/" + member.get().label();
        @Nullable String text = text(inner, pointer);
        if (text != null && !text.isBlank()) {
          draft.context(member.get(), text, pointer);
        }
      } else if (name.equals("answers")) {
        answers(inner);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void answers(JsonToken value) throws IOException {
    if (!isObject(value, "/context/answers")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String question = parser.currentName();
      // The pointer is that of the whole object: the member's name is the caller's text.
      @Nullable String answer = text(parser.nextToken(), "/context/answers");
      if (answer != null) {
        draft.answer(question, answer, "/context/answers");
      }
    }
  }

  private boolean isObject(JsonToken value, String pointer) throws IOException {
    if (value != JsonToken.START_OBJECT && value != JsonToken.VALUE_NULL) {
      draft.wrong(pointer, OBJECT_EXPECTED);
      parser.skipChildren();
    }
    return value == JsonToken.START_OBJECT;
  }

  /// A string; null for JSON's null, which counts as left out, and for what is wrong.
  private @Nullable String text(JsonToken value, String pointer) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (value != JsonToken.VALUE_NULL) {
      draft.wrong(pointer, TEXT_EXPECTED);
      parser.skipChildren();
    }
    return null;
  }
}
