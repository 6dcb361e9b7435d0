package dev.trellis.imports;

import dev.trellis.core.port.imports.RowEffect;
import dev.trellis.imports.file.Fault;

/** What became of a row that tells of a person. */
public sealed interface RowOutcome {

  /** The line where it begins, from 1. */
  long line();

  /** It is in a lead's log. */
  record Taken(long line, RowEffect effect) implements RowOutcome {}

  /** It is in nobody's log. */
  record Refused(long line, Fault why) implements RowOutcome {}
}
