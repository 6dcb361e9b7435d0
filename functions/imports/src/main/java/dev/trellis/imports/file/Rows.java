package dev.trellis.imports.file;

import java.io.IOException;
import java.util.Optional;

/** The rows of a file, one after the other, in flat memory. */
public interface Rows extends AutoCloseable {

  /** A header has at most so many columns. */
  int MOST_COLUMNS = 1000;

  /** A row has at most so many characters. */
  int MOST_CHARACTERS = 64 * 1024;

  /**
   * Where a row begins, so that reading can go on there.
   *
   * @param position in bytes, in what is read one after the other; in rows elsewhere
   * @param line of the row before it
   */
  record Place(long position, long line) {

    /** The beginning. */
    public static final Place START = new Place(0, 0);
  }

  /** The next row that is not blank. */
  Optional<FileRow> next() throws IOException;

  /** Where the next row begins. */
  Place place();

  /**
   * Every row from now on has so many cells: what is missing at the end is blank, and what is too
   * much must be.
   */
  void expect(int cells);

  @Override
  void close() throws IOException;
}
