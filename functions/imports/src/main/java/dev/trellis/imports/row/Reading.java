package dev.trellis.imports.row;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.imports.file.Fault;
import java.util.List;

/** What a row says, once the playbook has told what its columns mean. */
sealed interface Reading {

  /**
   * Something about a person; some cells of it may not have been understood.
   *
   * @param mailable true if the row says yes to mail, and where to
   */
  record Told(List<LeadEvent> events, List<Fault.Found> doubts, boolean mailable)
      implements Reading {}

  /** Nothing that could be used. */
  record Refused(Fault.Found why) implements Reading {}

  /** Only blank cells: no row at all. */
  record Blank() implements Reading {}
}
