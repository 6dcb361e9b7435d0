package dev.trellis.core;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookReader;
import java.nio.file.Path;

/** The playbook that is shipped, read once. */
public final class DefaultPlaybook {

  public static final Path ROOT = Path.of("../../infra/playbook");
  public static final Playbook PLAYBOOK = PlaybookReader.read(ROOT);

  private DefaultPlaybook() {}
}
