package dev.trellis.scoring;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Profile;
import java.util.Collection;
import java.util.HashSet;

/** The profile of a log, by the days of one place: each event once, in whatever logs it stands. */
final class Fold {

  private Fold() {}

  static Profile of(Collection<LeadEvent> events, Days days) {
    var profile = Profile.of(days);
    var seen = new HashSet<String>();
    for (var event : events) {
      if (seen.add(event.id())) {
        profile = profile.with(event);
      }
    }
    return profile;
  }
}
