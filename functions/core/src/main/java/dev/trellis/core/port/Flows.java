package dev.trellis.core.port;

import dev.trellis.core.journey.Flow;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How people go through journeys: counted as they go, so that nobody has to look at all of them.
 */
public interface Flows {

  /**
   * Adds to what is counted, by journey. It is not part of what is counted: of whoever dies between
   * the two a step is not counted.
   */
  void add(Map<String, Flow> flows);

  /** What is counted of each journey. */
  SortedMap<String, Flow> all();

  /**
   * Who waits at a step, newest first.
   *
   * @param after {@link Listing.Page#next} of the page before, or null
   */
  Listing.Page<Waiting> waiting(String journey, String step, @Nullable String after, int most);

  /**
   * Somebody who waits.
   *
   * @param since when the step began
   */
  record Waiting(String lead, Instant since) {

    /** Where it stands in the list; no other stands there. */
    public String place() {
      return LeadFile.place(since, lead);
    }
  }
}
