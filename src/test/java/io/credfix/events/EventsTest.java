package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.credfix.http.LambdaHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `events/` through the handler, with the serializers that Lambda uses.
class EventsTest {
  private static final LambdaHandler HANDLER = new LambdaHandler();
  private static final PojoSerializer<APIGatewayV2HTTPEvent> EVENTS =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsTest.class.getClassLoader());
  private static final PojoSerializer<APIGatewayV2HTTPResponse> RESPONSES =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPResponse.class, EventsTest.class.getClassLoader());

  static List<String> names() throws IOException {
    return EventFiles.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAnsweredAsApproved(String name) throws IOException {
    var event = EVENTS.fromJson(new ByteArrayInputStream(EventFiles.read(name)));
    var out = new ByteArrayOutputStream();
    RESPONSES.toJson(HANDLER.handleRequest(event, new FakeContext()), out);
    Approved.check(name, Answer.of(out.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void everyApprovedAnswerBelongsToAnEvent() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "events"))) {
      assertEquals(
          EventFiles.names(),
          files
              .map(file -> file.getFileName().toString().replace(".approved.txt", ""))
              .sorted()
              .toList());
    }
  }
}
