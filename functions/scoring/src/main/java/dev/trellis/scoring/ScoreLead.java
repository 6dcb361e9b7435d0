package dev.trellis.scoring;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.ContentionException;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.LeadStore.Name;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
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

  /** Why a row of a file is refused that names a person who was forgotten. */
  static final String ERASED = "erased";

  /** What one transaction can hold, with room for the event, the profiles and the log checks. */
  private static final int MOST_CLAIMS = 60;

  private final LeadStore leads;
  private final Crowding crowding;
  private final InstantSource clock;

  public ScoreLead(LeadStore leads, InstantSource clock) {
    this(leads, Strangers.DEFAULT, clock);
  }

  public ScoreLead(LeadStore leads, Strangers strangers, InstantSource clock) {
    this.leads = leads;
    this.crowding = new Crowding(leads, strangers.scans());
    this.clock = clock;
  }

  /** Tells which events come next, so that whom they name is read together. */
  public void expect(Collection<LeadEvent> events) {
    var names = new TreeSet<Identity>();
    var told = new TreeSet<String>();
    for (var event : events) {
      names.addAll(event.identities());
      if (event.lead() != null) {
        told.add(event.lead());
      }
    }
    leads.expect(names, told);
  }

  /**
   * Stores the event once, however often it is told.
   *
   * @return what others are to be told, which is the same each time
   * @throws LeadNotFoundException if the event names a lead that does not exist
   * @throws ContentionException if others kept writing to the same lead
   */
  public Consequences score(LeadEvent event) {
    for (var attempt = Attempt.first("the lead of event " + event.id());
        ;
        attempt = attempt.next()) {
      switch (new Decision(event).decide(!attempt.isFirst())) {
        case Stop(var consequences) -> {
          return consequences;
        }
        case Go(var append) -> {
          var result = crowding.append(append);
          if (result != AppendResult.CONFLICT) {
            return Consequences.of(append, result, clock.instant());
          }
        }
      }
    }
  }

  private sealed interface Step {}

  private record Go(Append append) implements Step {}

  private record Stop(Consequences consequences) implements Step {}

  /** One look at the world, and what to do about one event. */
  private final class Decision {

    private final LeadEvent event;
    private final Map<Identity, Name> names;
    private final People people = new People(leads);
    private final Map<Identity, LeadRecord> owners = new HashMap<>();
    private boolean isForgotten;

    Decision(LeadEvent event) {
      this.event = event;
      this.names = event.identities().isEmpty() ? Map.of() : leads.names(event.identities());
      Resolution.naming(event).forEach(this::look);
    }

    // A name whose owner was erased is free for whoever comes after the erasure.
    private void look(Identity identity) {
      var name = names.getOrDefault(identity, new Name(null, null));
      var owner = name.lead() == null ? null : people.survivor(name.lead());
      var isOwned = owner != null && owner.erasedAt() == null;
      if (isOwned) {
        owners.put(identity, owner);
      }
      isForgotten |= isTooLate(name.erasedAt(), isOwned);
      isForgotten |= owner != null && isTooLate(owner.erasedAt(), isOwned);
    }

    // A file may name a forgotten person again only once they came back by themselves.
    private boolean isTooLate(Instant erasedAt, boolean isBack) {
      return erasedAt != null && (isOfFile() ? !isBack : event.occurredAt().isBefore(erasedAt));
    }

    // A row, or what it tells of the past.
    private boolean isOfFile() {
      return event.happening() instanceof RecordImported || event.channel() == Channel.IMPORT;
    }

    Step decide(boolean again) {
      if (isForgotten && event.happening() instanceof RecordImported) {
        return new Stop(forgotten());
      }
      if (event.lead() != null) {
        var lead = people.survivor(event.lead());
        return lead.erasedAt() != null
            ? new Stop(Consequences.none(Result.DROPPED))
            : new Go(growth(Resolution.told(event, lead, owners)));
      }
      if (isForgotten) {
        return new Stop(forgotten());
      }
      var resolution = Resolution.of(event, owners);
      if (!resolution.leads().isEmpty()) {
        return new Go(growth(resolution));
      }
      return again && isErased(birthId())
          ? new Stop(Consequences.none(Result.DROPPED))
          : new Go(birth(resolution));
    }

    private Consequences forgotten() {
      return event.happening() instanceof RecordImported
          ? Consequences.refused(ERASED)
          : Consequences.none(Result.DROPPED);
    }

    private boolean isErased(String lead) {
      return people.find(lead).filter(l -> l.erasedAt() != null).isPresent();
    }

    // The same event always bears the same lead, even one without a name to be found by.
    private String birthId() {
      return Ids.newLead(event.occurredAt(), event.id());
    }

    private Append birth(Resolution resolution) {
      var unborn = LeadRecord.unborn(birthId());
      var claims = new TreeMap<Identity, Optional<String>>();
      resolution.names().forEach(name -> claims.put(name, owner(name)));
      var born = unborn.withProfile(unborn.profile().with(event));
      return new Append(event, born, List.of(), claims, List.of(), crowding.seat(event));
    }

    private Append growth(Resolution resolution) {
      var survivor = resolution.leads().getFirst();
      var losers = resolution.leads().subList(1, resolution.leads().size());
      var grown = survivor;
      for (var loser : losers) {
        grown = grown.absorbing(loser);
      }
      var claims = new TreeMap<Identity, Optional<String>>();
      for (var name : resolution.names()) {
        if (!owner(name).equals(Optional.of(survivor.lead()))) {
          claims.put(name, owner(name));
        }
      }
      inherit(losers, grown.absorbed(), claims);
      return new Append(event, grown.withProfile(grown.profile().with(event)), losers, claims);
    }

    private Optional<String> owner(Identity identity) {
      return Optional.ofNullable(names.get(identity)).map(Name::lead);
    }
  }

  // Only what the losers own: a browser that a profile merely saw may be another person's. Names
  // that do not fit into the transaction keep their owner, who points to the survivor; strong ones
  // go first.
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
}
