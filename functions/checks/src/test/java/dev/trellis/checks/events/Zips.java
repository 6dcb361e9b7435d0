package dev.trellis.checks.events;

import java.nio.file.Files;
import java.nio.file.Path;

/** The zips of the functions, which Maven builds before these tests. */
final class Zips {

  private Zips() {}

  static Path existing(Path zip) {
    if (!Files.exists(zip)) {
      throw new AssertionError(zip + " is missing: run `mvn package` in the root folder first");
    }
    return zip;
  }
}
