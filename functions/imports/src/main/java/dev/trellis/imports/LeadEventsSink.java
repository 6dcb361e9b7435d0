package dev.trellis.imports;

import dev.trellis.core.event.LeadEvent;
import java.util.List;

/** Where lead events go in, and when they are done with. */
public interface LeadEventsSink {

  /** Returns once everything that follows from these events is stored. */
  void handle(List<LeadEvent> events) throws InterruptedException;

  /** Events that failed too often, since the system was started. */
  default long failed() {
    return 0;
  }
}
