package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/// Every file of `events/` through the handler, as bytes, the way Lambda hands them over.
class EventsTest {
  private static final LambdaHandler HANDLER = new LambdaHandler();

  static List<String> names() throws IOException {
    return EventFiles.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAnsweredAsApproved(String name) throws IOException {
    var out = new ByteArrayOutputStream();
    HANDLER.handleRequest(new ByteArrayInputStream(EventFiles.read(name)), out, new FakeContext());
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
