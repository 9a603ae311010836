package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// API Gateway's event and the answer to it as JSON, member by member. The runtime would bind them
/// to objects by reflection, which costs a third of a cold start. Of the event only what is used is
/// kept.
final class EventJson {
  private static final JsonFactory JSON = new JsonFactory();

  private EventJson() {}

  /// The event; one without members when the text is no object.
  ///
  /// @throws IOException when the text is no JSON; without a word of it, since failures are logged
  static APIGatewayV2HTTPEvent read(String text) throws IOException {
    var event = new APIGatewayV2HTTPEvent();
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        members(in, event);
      }
    } catch (JsonProcessingException e) {
      throw new IOException("The event is no JSON.");
    }
    return event;
  }

  private static void members(JsonParser in, APIGatewayV2HTTPEvent event) throws IOException {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      switch (name) {
        case "routeKey" -> event.setRouteKey(scalar(in));
        case "rawPath" -> event.setRawPath(scalar(in));
        case "rawQueryString" -> event.setRawQueryString(scalar(in));
        case "body" -> event.setBody(scalar(in));
        case "isBase64Encoded" -> event.setIsBase64Encoded(value == JsonToken.VALUE_TRUE);
        case "headers" -> event.setHeaders(texts(in));
        case "requestContext" -> event.setRequestContext(context(in));
        default -> {}
      }
      in.skipChildren();
    }
  }

  private static APIGatewayV2HTTPEvent.@Nullable RequestContext context(JsonParser in)
      throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return null;
    }
    var context = new APIGatewayV2HTTPEvent.RequestContext();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "stage" -> context.setStage(scalar(in));
        case "http" -> {
          Map<String, String> values = texts(in);
          if (values != null) {
            var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
            http.setMethod(values.get("method"));
            http.setPath(values.get("path"));
            context.setHttp(http);
          }
        }
        default -> {}
      }
      in.skipChildren();
    }
    return context;
  }

  /// The members that are texts, numbers or truth values; null when it is no object.
  private static @Nullable Map<String, String> texts(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      return null;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      String text = scalar(in);
      if (text != null) {
        texts.put(name, text);
      }
      in.skipChildren();
    }
    return texts;
  }

  private static @Nullable String scalar(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    return token.isScalarValue() && token != JsonToken.VALUE_NULL ? in.getText() : null;
  }

  /// The answer, as payload format 2.0 has it.
  static String write(APIGatewayV2HTTPResponse response) throws IOException {
    String body = response.getBody();
    var text = new StringWriter(body.length() + 1024);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeNumberField("statusCode", response.getStatusCode());
      out.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : response.getHeaders().entrySet()) {
        out.writeStringField(header.getKey(), header.getValue());
      }
      out.writeEndObject();
      out.writeStringField("body", body);
      out.writeBooleanField("isBase64Encoded", response.getIsBase64Encoded());
      out.writeEndObject();
    }
    return text.toString();
  }
}
