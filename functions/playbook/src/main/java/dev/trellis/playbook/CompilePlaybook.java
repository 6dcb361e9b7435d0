package dev.trellis.playbook;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Compiles the playbook while Trellis is built. A mistake, or criteria that marketing and sales
 * have not both approved (R47), end the build.
 */
public final class CompilePlaybook {

  private CompilePlaybook() {}

  /** Takes the playbook's folder and the one to write. */
  public static void main(String[] folders) throws IOException {
    try {
      compile(Path.of(folders[0]), Path.of(folders[1]));
    } catch (PlaybookException e) {
      System.err.println("\nNothing can be deployed: " + e.getMessage() + "\n");
      System.exit(1);
    }
  }

  /**
   * Writes what functions read of a playbook.
   *
   * @throws PlaybookException if it is wrong, or not approved; nothing is written then
   */
  static void compile(Path playbook, Path layer) throws IOException {
    PlaybookLayer.write(Agreements.published(PlaybookReader.read(playbook)), layer);
  }
}
