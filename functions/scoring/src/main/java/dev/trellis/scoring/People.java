package dev.trellis.scoring;

import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The leads that one decision looks at, each read once. */
final class People {

  private static final int MOST_HOPS = 32;

  private final LeadStore leads;
  private final Map<String, Optional<LeadRecord>> known = new HashMap<>();

  People(LeadStore leads) {
    this.leads = leads;
  }

  Optional<LeadRecord> find(String lead) {
    return known.computeIfAbsent(lead, leads::find);
  }

  LeadRecord get(String lead) {
    return find(lead).orElseThrow(() -> new LeadNotFoundException(lead));
  }

  /** The lead, or the one that absorbed it in the end; it may have been erased. */
  LeadRecord survivor(String lead) {
    var record = get(lead);
    for (int hop = 0; record.mergedInto() != null; hop++) {
      if (hop == MOST_HOPS) {
        throw new IllegalStateException("lead " + lead + " was merged in a circle");
      }
      record = get(record.mergedInto());
    }
    return record;
  }
}
