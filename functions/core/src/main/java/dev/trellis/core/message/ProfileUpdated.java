package dev.trellis.core.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * scoring → pools: a lead's profile has a new version; no personal data.
 *
 * @param sweep the changed playbook for which everybody is looked at, journeys included, if that is
 *     why; else null
 */
public record ProfileUpdated(
    String lead, long profileVersion, @Nullable String event, Instant at, @Nullable String sweep) {

  /** Not of a sweep. */
  public ProfileUpdated(String lead, long profileVersion, @Nullable String event, Instant at) {
    this(lead, profileVersion, event, at, null);
  }
}
