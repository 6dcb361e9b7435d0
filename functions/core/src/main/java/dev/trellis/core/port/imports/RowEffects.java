package dev.trellis.core.port.imports;

import java.util.Collection;
import java.util.Map;

/** Reads back what became of rows of imported files. */
public interface RowEffects {

  /**
   * Where the event of a row may lie.
   *
   * @param event the row's
   * @param lead in whose log it may be
   */
  record Spot(String lead, String event) {}

  /** What the events did that lie there, by event; of one that does not, nothing is answered. */
  Map<String, RowEffect> at(Collection<Spot> spots);
}
