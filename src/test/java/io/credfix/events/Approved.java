package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The approved answer of each event file. `mvn verify -Dcredfix.approve` writes them anew; the
/// difference is then reviewed like any other change.
final class Approved {
  private static final Path FOLDER = Path.of("src", "test", "resources", "events");

  private Approved() {}

  static void check(String name, Answer answer) throws IOException {
    Path file = FOLDER.resolve(name + ".approved.txt");
    if (System.getProperty("credfix.approve") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, answer.text());
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "(nothing is approved for this event yet)",
        answer.text(),
        () -> "events/" + name + ".json is answered otherwise than approved");
  }
}
