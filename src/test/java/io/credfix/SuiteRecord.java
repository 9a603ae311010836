package io.credfix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// What a run of the suite planted and logged, written below `target/suite` for `.ci/leaks` to
/// search: every secret made for a test, log lines, answers, and a folder that keeps temporary
/// files.
///
/// Does nothing where the build has not named the suite by `credfix.suite`, as in an IDE.
public final class SuiteRecord implements LauncherSessionListener {
  private static final Path FOLDER = Path.of("target", "suite");
  private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

  /// Remembers a secret that a test is about to use.
  public static void plant(String secret) {
    SECRETS.add(secret);
  }

  /// Keeps what the service logged or answered.
  public static synchronized void log(String text) {
    String suite = System.getProperty("credfix.suite");
    if (suite != null) {
      write(suite + ".log", List.of(text), StandardOpenOption.APPEND);
    }
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String suite = System.getProperty("credfix.suite");
    if (suite == null) {
      return;
    }
    // The java.io.tmpdir of this JVM: of an earlier run nothing is left to be searched.
    Path temporary = FOLDER.resolve(suite).resolve("tmp");
    try {
      Files.createDirectories(temporary);
      try (Stream<Path> paths = Files.walk(temporary)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          if (!path.equals(temporary)) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(suite + ".log", List.of(), StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    String suite = System.getProperty("credfix.suite");
    if (suite != null) {
      write(
          suite + ".planted",
          SECRETS.stream().sorted().toList(),
          StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  private static void write(String name, List<String> lines, StandardOpenOption how) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(name), lines, StandardOpenOption.CREATE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
