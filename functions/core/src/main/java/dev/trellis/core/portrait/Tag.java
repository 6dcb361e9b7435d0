package dev.trellis.core.portrait;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag on a person, with how often it was triggered and by what (R40, R82).
 *
 * @param count reads or deeds that gave it; what was only said triggers nothing
 * @param first when it was first triggered or told; null where the profile keeps no time
 * @param evidence ids of contents that were read and of events, days with counts, or the condition
 * @param parent the tag that it refines; null on the first level (R41)
 */
public record Tag(
    String id,
    int count,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> evidence,
    Status status,
    @Nullable String parent) {

  /** Who stands behind a tag (R40). */
  public enum Status {
    /** It was computed from what the person did. */
    OBSERVED,
    /** Somebody proposed it; whoever may confirm has not. */
    PROPOSED,
    /** Whoever may confirm it said so. */
    CONFIRMED
  }
}
