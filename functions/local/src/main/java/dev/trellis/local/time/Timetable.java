package dev.trellis.local.time;

import java.time.Instant;
import java.util.Optional;

/** When something is due next. */
public interface Timetable {

  /** The earliest due instant after one, until and including another. */
  Optional<Instant> next(Instant after, Instant until);

  /**
   * Says that nothing is due between two instants, as a tick in every minute between would have
   * found.
   */
  void nothingBetween(Instant after, Instant until);
}
