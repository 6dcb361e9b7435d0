package dev.trellis.imports.file;

import java.io.IOException;
import java.util.Optional;

/** One way in which a file is rows: by a separator, or one of its sheets. */
public interface Table {

  /** How it is read, for people: an encoding, a sheet. */
  String said();

  /** The name of its sheet, where there are several. */
  default Optional<String> sheet() {
    return Optional.empty();
  }

  /** Its rows from a place on. */
  Rows open(Rows.Place from) throws IOException;
}
