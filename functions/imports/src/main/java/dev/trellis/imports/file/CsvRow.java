package dev.trellis.imports.file;

import java.util.List;

/** A row of a file, known by the number of its first line. */
public sealed interface CsvRow {

  long line();

  /** What stands in it. */
  record Cells(long line, List<String> cells) implements CsvRow {}

  /** It is no row. */
  record Broken(long line, Fault fault, String start) implements CsvRow {}
}
