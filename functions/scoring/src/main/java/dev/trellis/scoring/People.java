package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.MergeTrail;

/** The leads that one decision looks at, each read once. */
final class People {

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
    return MergeTrail.of(this::find).survivor(get(lead));
  }

  /** The living lead that a name belongs to. */
  Optional<LeadRecord> owner(Name name) {
    return Optional.ofNullable(name.lead()).map(this::survivor).filter(l -> l.erasedAt() == null);
  }

  /** When the person of a name was last forgotten; the name may belong to another by now. */
  Optional<Instant> erasedAt(Name name) {
    return Optional.ofNullable(name.lead())
        .map(lead -> survivor(lead).erasedAt())
        .or(() -> Optional.ofNullable(name.erasedAt()));
  }

  /** Whoever absorbed a lead, one after the other; the last is the survivor. */
  List<LeadRecord> absorbersOf(LeadRecord lead) {
    return MergeTrail.of(this::find).leads(lead).stream().skip(1).toList();
  }
}
