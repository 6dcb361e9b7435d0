package dev.trellis.console;

import module java.base;

import dev.trellis.console.desk.ChangedPlaybook;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;

/** The playbook that is shipped, read once, and variants of it. */
public final class DefaultPlaybook {

  public static final Path ROOT = Path.of("../../infra/playbook");
  public static final Playbook PLAYBOOK = PlaybookReader.read(ROOT);

  private DefaultPlaybook() {}

  /**
   * The shipped playbook with one text in one file replaced by another.
   *
   * @throws IllegalArgumentException if the text is not there
   */
  public static Playbook with(String file, String what, String by) {
    try {
      var text = Files.readString(ROOT.resolve(file));
      if (!text.contains(what)) {
        throw new IllegalArgumentException(file + " has no " + what);
      }
      return ChangedPlaybook.with(ROOT, file, text.replace(what, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
