package io.credfix.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The event files that `sam local invoke -e` takes.
final class EventFiles {
  private static final Path FOLDER = Path.of("events");

  private EventFiles() {}

  /// Names without `.json`, sorted.
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  /// The event as JSON.
  static byte[] read(String name) throws IOException {
    return Files.readAllBytes(FOLDER.resolve(name + ".json"));
  }
}
