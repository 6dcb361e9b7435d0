package dev.trellis.local.state;

import module java.base;

/** A small file of the state folder, which is there as a whole or as it was, whoever is killed. */
public final class StateFile {

  private StateFile() {}

  /** Puts a new content in the place of the former one, in one step. */
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var unfinished = Files.writeString(file.resolveSibling(file.getFileName() + "~"), text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * What the file says.
   *
   * @throws DamagedStateException if it cannot be understood
   */
  public static <T> T read(Path file, Function<String, T> reading) throws IOException {
    try {
      return reading.apply(Files.readString(file));
    } catch (CharacterCodingException | RuntimeException e) {
      throw new DamagedStateException(file, "", e);
    }
  }
}
