package dev.trellis.ops;

import module java.base;

/** Lines of the log that an operator kept in a file. */
final class LogLines {

  private LogLines() {}

  /** What the lines of a file say. */
  static <T> T of(String file, Function<Stream<String>, T> reading, Teller teller) {
    try (var lines = Files.lines(Path.of(file))) {
      return reading.apply(lines);
    } catch (IOException | UncheckedIOException e) {
      throw teller.refusal("%s cannot be read", "无法读取 %s", file);
    }
  }
}
