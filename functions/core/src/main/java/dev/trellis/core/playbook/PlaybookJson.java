package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.json.RecordJson;

/** The checked playbook as one file: written when Trellis is built, read whenever it starts. */
public final class PlaybookJson {

  /** Its name; it lies beside the files of the contents. */
  public static final String FILE = "playbook.json";

  private PlaybookJson() {}

  public static void write(Playbook playbook, OutputStream out) throws IOException {
    new RecordJson(playbook.root()).write(playbook, out);
  }

  /**
   * Reads a playbook, the same as the one that was written but for its folder.
   *
   * @param root folder that the files of the contents lie in
   * @throws MessageFormatException if it was written by another Trellis, or by hand
   */
  public static Playbook read(InputStream in, Path root) throws IOException {
    return new RecordJson(root).read(Playbook.class, in);
  }
}
