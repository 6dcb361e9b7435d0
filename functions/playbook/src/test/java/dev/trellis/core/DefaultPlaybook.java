package dev.trellis.core;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.playbook.PlaybookReader;

/** The playbook that is shipped, read once, and variants of it. */
public final class DefaultPlaybook {

  public static final Path ROOT = Path.of("../../infra/playbook");
  public static final Playbook PLAYBOOK = PlaybookReader.read(ROOT);

  private DefaultPlaybook() {}

  /** The shipped playbook with a line at the end of its main file. */
  public static Playbook with(String line) {
    return with("playbook.yaml", "plans:\n", line + "\nplans:\n");
  }

  /**
   * The shipped playbook with changes: file, text to be replaced, text in its place; and so on.
   *
   * @throws IllegalArgumentException if a text is not there
   */
  public static Playbook with(String... changes) {
    try {
      var root = Files.createTempDirectory("playbook");
      copyTo(root);
      for (int i = 0; i < changes.length; i += 3) {
        replace(root.resolve(changes[i]), changes[i + 1], changes[i + 2]);
      }
      return PlaybookReader.read(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped playbook with another pool tree. */
  public static Playbook with(List<Pool> pools) {
    return varied(PLAYBOOK, "pools", pools);
  }

  /** A playbook of a company that lives elsewhere. */
  public static Playbook in(Playbook playbook, ZoneId zone) {
    return varied(playbook, "company", varied(playbook.company(), "zone", zone));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> T varied(T whole, String name, Object value) {
    try {
      var components = whole.getClass().getRecordComponents();
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        values[i] =
            components[i].getName().equals(name)
                ? value
                : components[i].getAccessor().invoke(whole);
      }
      return (T) whole.getClass().getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a playbook is a plain record", e);
    }
  }

  /** Copies the shipped playbook into a folder. */
  public static void copyTo(Path root) throws IOException {
    try (var files = Files.walk(ROOT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = root.resolve(ROOT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void replace(Path file, String what, String by) throws IOException {
    var text = Files.readString(file);
    if (!text.contains(what)) {
      throw new IllegalArgumentException(file.getFileName() + " has no " + what);
    }
    Files.writeString(file, text.replace(what, by));
  }
}
