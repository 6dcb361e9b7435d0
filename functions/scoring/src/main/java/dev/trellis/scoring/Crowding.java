package dev.trellis.scoring;

import static dev.trellis.core.identity.IdentityType.COOKIE;

import module java.base;

import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.LeadStore.Seat;

/**
 * Keeps a burst of scans or clicks of one network from becoming as many leads: within an hour the
 * first few browsers that nobody knows are leads, as they may be people; the rest is one record
 * with a count. Whoever of them leaves a detail later is a lead then.
 */
final class Crowding {

  /** Crowds of past hours are of no use. */
  private static final int MOST_KNOWN = 1000;

  private final LeadStore leads;
  private final int most;
  private final InstantSource clock;
  private final Set<String> full = new HashSet<>();

  Crowding(LeadStore leads, int most, InstantSource clock) {
    this.leads = leads;
    this.most = most;
    this.clock = clock;
  }

  /** What a new lead needs to be one; empty if it is surely no crowd. */
  Optional<Seat> seat(LeadEvent event) {
    var isAnybody =
        switch (event.happening()) {
          case CodeScanned _ -> true;
          case CtaFollowed followed -> followed.sendId() == null;
          default -> false;
        };
    return isAnybody
            && event.origin().network() != null
            && event.identities().stream().allMatch(i -> i.type() == COOKIE)
        ? Optional.of(new Seat(Crowd.ofNetwork(event).id(), most))
        : Optional.empty();
  }

  /** Appends, or counts if there is no seat left. */
  AppendResult append(Append append) {
    var crowd = append.seat().map(Seat::crowd);
    // Without a name nothing but its log tells that an event was one of the first.
    var isSurelyNew = crowd.filter(full::contains).isPresent() && !append.claims().isEmpty();
    var result = isSurelyNew ? AppendResult.CROWDED : leads.append(append);
    if (result == AppendResult.CROWDED) {
      if (full.size() >= MOST_KNOWN) {
        full.clear();
      }
      full.add(crowd.orElseThrow());
      leads.count(append.event().id(), List.of(Crowd.ofNetwork(append.event())), clock.instant());
    }
    return result;
  }
}
