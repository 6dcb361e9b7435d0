package dev.trellis.imports.file;

import module java.base;

/** A row of a file, known by the number of its first line. */
public sealed interface FileRow {

  long line();

  /** What stands in it. */
  record Cells(long line, List<String> cells) implements FileRow {}

  /** It is no row. */
  record Broken(long line, Fault fault, String start) implements FileRow {}

  /**
   * A row of so many cells: what spreadsheets leave out at its end is blank. Empty if there is more
   * than that.
   *
   * @param width below 0 if it may have any
   */
  static Optional<FileRow> of(long line, List<String> cells, int width) {
    if (width < 0 || cells.size() == width) {
      return Optional.of(new Cells(line, cells));
    } else if (cells.size() > width) {
      return cells.subList(width, cells.size()).stream().allMatch(String::isBlank)
          ? Optional.of(new Cells(line, List.copyOf(cells.subList(0, width))))
          : Optional.empty();
    }
    var padded = new ArrayList<>(cells);
    padded.addAll(Collections.nCopies(width - cells.size(), ""));
    return Optional.of(new Cells(line, padded));
  }
}
