package dev.trellis.core.port;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.port.PlacementStore.Snapshot;
import java.util.stream.Stream;

/** All leads there are, to be gone through one after the other. */
public interface LeadRegister {

  /**
   * Every lead that stands for a person, with its position, in no order. Read while one goes
   * through it: what changes meanwhile may be seen or not.
   */
  Stream<Snapshot> all();

  /** What is counted of people who are no leads, or not any more. */
  Stream<Crowd> crowds();
}
