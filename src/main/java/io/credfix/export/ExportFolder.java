package io.credfix.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A folder that holds an export. Writing again touches only files whose content changed, and
/// removes what an earlier export wrote and this one no longer has; files of others are left alone.
public final class ExportFolder {
  /// Names the files of the last export, one a line.
  private static final String MANIFEST = ".credfix-export";

  private final Path folder;

  /// @param folder made when it is not there
  public ExportFolder(Path folder) {
    this.folder = folder;
  }

  /// How many files were changed.
  ///
  /// @param written new or different
  /// @param removed no longer part of the export
  /// @param unchanged left as they are
  public record Outcome(int written, int removed, int unchanged) {}

  /// Writes an export.
  ///
  /// @param files relative path to content
  /// @throws IOException when a file cannot be written
  public Outcome write(Map<String, String> files) throws IOException {
    int written = 0;
    int removed = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      written += writeIfChanged(file.getKey(), file.getValue()) ? 1 : 0;
    }
    for (String old : lastFiles()) {
      if (!files.containsKey(old)) {
        removed += Files.deleteIfExists(inside(old)) ? 1 : 0;
      }
    }
    writeIfChanged(MANIFEST, String.join("\n", new TreeSet<>(files.keySet())) + "\n");
    return new Outcome(written, removed, files.size() - written);
  }

  private boolean writeIfChanged(String path, String content) throws IOException {
    Path file = inside(path);
    if (Files.isRegularFile(file) && Files.readString(file).equals(content)) {
      return false;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, content);
    return true;
  }

  private Collection<String> lastFiles() throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    List<String> files = new ArrayList<>();
    if (Files.isRegularFile(manifest)) {
      Files.readAllLines(manifest).stream().filter(line -> !line.isBlank()).forEach(files::add);
    }
    return files;
  }

  /// A manifest that somebody edited must not reach outside the folder.
  private Path inside(String path) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("a path leads out of the export's folder");
    }
    return file;
  }
}
