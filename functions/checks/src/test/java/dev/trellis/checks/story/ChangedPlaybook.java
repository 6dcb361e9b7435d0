package dev.trellis.checks.story;

import module java.base;

/** A copy of the default playbook with some files written in another way. */
public final class ChangedPlaybook {

  private static final Path DEFAULT = Path.of("../../infra/playbook");

  private ChangedPlaybook() {}

  /**
   * Writes it.
   *
   * @param changes by file; each has to change something
   */
  public static Path in(Path folder, Map<String, UnaryOperator<String>> changes)
      throws IOException {
    try (var files = Files.walk(DEFAULT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(DEFAULT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    for (var change : changes.entrySet()) {
      var file = folder.resolve(change.getKey());
      var before = Files.readString(file);
      var after = change.getValue().apply(before);
      if (after.equals(before)) {
        throw new IllegalStateException(file + " is written in another way now");
      }
      Files.writeString(file, after);
    }
    return folder;
  }
}
