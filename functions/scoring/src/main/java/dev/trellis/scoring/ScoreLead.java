package dev.trellis.scoring;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.profile.Profile;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes one lead event in: finds the person, appends it to the log and folds it into the profile.
 */
public final class ScoreLead {

  private static final int ATTEMPTS = 8;
  private static final int MOST_HOPS = 32;

  /** What one transaction can hold, with room for the event, the profiles and the log checks. */
  private static final int MOST_CLAIMS = 60;

  private final LeadStore leads;
  private final InstantSource clock;

  public ScoreLead(LeadStore leads, InstantSource clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /**
   * Stores the event once, however often it is told.
   *
   * @return what others are to be told, which is the same each time
   * @throws LeadNotFoundException if the event names a lead that does not exist
   * @throws ContentionException if others kept writing to the same lead
   */
  public Consequences score(LeadEvent event) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var append = decide(event);
      var result = leads.append(append);
      if (result != AppendResult.CONFLICT) {
        return Consequences.of(append, result, clock.instant());
      }
    }
    throw new ContentionException("the lead of event " + event.id(), ATTEMPTS);
  }

  private Append decide(LeadEvent event) {
    var owners =
        event.identities().isEmpty()
            ? Map.<Identity, String>of()
            : leads.owners(event.identities());
    var people = new HashMap<String, LeadRecord>();
    var living = new HashMap<Identity, LeadRecord>();
    owners.forEach((identity, owner) -> living.put(identity, living(owner, people)));
    var resolution =
        event.lead() == null
            ? Resolution.of(event, living)
            : Resolution.told(event, living(event.lead(), people), living);
    return resolution.leads().isEmpty()
        ? birth(event, resolution)
        : growth(event, resolution, owners);
  }

  // The same event always bears the same lead, even one without a name to be found by.
  private static Append birth(LeadEvent event, Resolution resolution) {
    var lead = Ids.newLead(event.occurredAt(), event.id());
    var claims = new TreeMap<Identity, Optional<String>>();
    resolution.names().forEach(name -> claims.put(name, Optional.empty()));
    var profile = Profile.EMPTY.with(event);
    return new Append(event, new LeadRecord(lead, 0, profile, null, null), List.of(), claims);
  }

  private Append growth(LeadEvent event, Resolution resolution, Map<Identity, String> owners) {
    var survivor = resolution.leads().getFirst();
    var losers = resolution.leads().subList(1, resolution.leads().size());
    var profile = survivor.profile();
    var absorbed = new TreeSet<>(survivor.absorbed());
    for (var loser : losers) {
      profile = profile.join(loser.profile());
      absorbed.add(loser.lead());
      absorbed.addAll(loser.absorbed());
    }
    var claims = new TreeMap<Identity, Optional<String>>();
    for (var name : resolution.names()) {
      if (!survivor.lead().equals(owners.get(name))) {
        claims.put(name, Optional.ofNullable(owners.get(name)));
      }
    }
    inherit(losers, absorbed, claims);
    var grown =
        new LeadRecord(survivor.lead(), survivor.version(), profile.with(event), absorbed, null);
    return new Append(event, grown, losers, claims);
  }

  // Only what the losers own: a browser that a profile merely saw may be another person's. Names
  // that
  // do not fit into the transaction keep their owner, who points to the survivor; strong ones go
  // first.
  private void inherit(
      List<LeadRecord> losers, SortedSet<String> absorbed, Map<Identity, Optional<String>> claims) {
    var names = new TreeSet<Identity>();
    losers.forEach(loser -> names.addAll(loser.profile().identities()));
    names.removeAll(claims.keySet());
    if (names.isEmpty()) {
      return;
    }
    var owners = leads.owners(names);
    names.stream()
        .filter(name -> owners.containsKey(name) && absorbed.contains(owners.get(name)))
        .limit(Math.max(0, MOST_CLAIMS - claims.size()))
        .forEach(name -> claims.put(name, Optional.of(owners.get(name))));
  }

  private LeadRecord living(String lead, Map<String, LeadRecord> people) {
    var seen = lead;
    for (int hop = 0; hop < MOST_HOPS; hop++) {
      var record = people.get(seen);
      if (record == null) {
        record = found(seen);
        people.put(seen, record);
      }
      if (record.mergedInto() == null) {
        return record;
      }
      seen = record.mergedInto();
    }
    throw new IllegalStateException("lead " + lead + " was merged in a circle");
  }

  private LeadRecord found(String lead) {
    return leads.find(lead).orElseThrow(() -> new LeadNotFoundException(lead));
  }
}
