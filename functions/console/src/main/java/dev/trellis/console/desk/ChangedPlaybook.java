package dev.trellis.console.desk;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;

/** A playbook as it would be with one file changed, read and checked like any other. */
public final class ChangedPlaybook {

  private ChangedPlaybook() {}

  /**
   * Reads a copy with the new or changed file; the playbook itself stays as it is.
   *
   * @throws PlaybookException if it would not be accepted
   */
  public static Playbook with(Path root, String file, String text) {
    return changed(root, copy -> Files.writeString(copy.resolve(file), text));
  }

  /**
   * Reads a copy that lacks the file; the playbook itself stays as it is.
   *
   * @throws PlaybookException if it would not be accepted
   */
  public static Playbook without(Path root, String file) {
    return changed(root, copy -> Files.delete(copy.resolve(file)));
  }

  private interface Change {
    void in(Path folder) throws IOException;
  }

  private static Playbook changed(Path root, Change change) {
    try {
      var copy = Files.createTempDirectory("playbook");
      try {
        copy(root, copy);
        change.in(copy);
        return PlaybookReader.read(copy);
      } finally {
        delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
