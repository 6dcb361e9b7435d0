package dev.trellis.pools;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Backlog;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryRollouts;
import dev.trellis.memory.InMemorySweeps;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.StandingClock;
import dev.trellis.playbook.PlaybookReader;

/** Leads, the default playbook and a clock that tests move. */
public final class World {

  /** When everything begins. */
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));

  public final InMemoryTables tables = new InMemoryTables();
  public final InMemoryPlacementStore placements = new InMemoryPlacementStore(tables);
  public final InMemoryRollouts rollouts = new InMemoryRollouts(tables);
  public final InMemoryTimers timers = new InMemoryTimers(tables);
  public final InMemoryQueue<LeadEvent> erasures = new InMemoryQueue<>();
  private final InMemoryLeadStore leads = new InMemoryLeadStore(tables);
  public final StandingClock clock = new StandingClock(NOON);
  private int events;

  public PlaceLead placing() {
    return new PlaceLead(placements, timers, erasures, PLAYBOOK, clock);
  }

  /** Takes the default playbook to everybody under this name, at the pace it says. */
  public ReachEverybody reaching(String cause, InMemoryQueue<ProfileUpdated> updates) {
    return reaching(cause, PLAYBOOK, () -> 0, updates);
  }

  ReachEverybody reaching(
      String cause, Playbook playbook, Backlog backlog, MessageQueue<ProfileUpdated> updates) {
    return new ReachEverybody(
        () -> cause,
        playbook,
        () -> playbook.audiences().all(),
        rollouts,
        new InMemorySweeps(tables),
        new InMemoryEnrollmentStore(tables),
        backlog,
        updates,
        clock);
  }

  static Playbook playbook() {
    return PLAYBOOK;
  }

  /** A form with these answers; nothing that is null was answered. */
  public void submits(String lead, boolean consent, Map<String, String> answers, String... names) {
    happens(
        lead, new FormSubmitted("summit-deck", new TreeMap<>(answers), consent, "en", null), names);
  }

  void crmSays(String lead, String status, String reason) {
    happens(
        lead,
        new CrmChanged("stand-in", "handoff", status, reason, null, null, new TreeMap<>()),
        "crm:stand-in/42");
  }

  void happens(String lead, Happening happening, String... names) {
    var identities = new TreeSet<Identity>();
    List.of(names).forEach(name -> identities.add(Identity.parse(name)));
    var event =
        new LeadEvent(
            LeadEvent.VERSION,
            "event-" + ++events,
            clock.instant(),
            Channel.WEB,
            lead,
            identities,
            false,
            Origin.NONE,
            happening);
    append(event, find(lead), List.of());
  }

  /** One more event of the survivor, by which it absorbs the loser. */
  void merges(String survivor, String loser, LeadEvent event) {
    var gone = find(loser);
    append(event, find(survivor).absorbing(gone), List.of(gone));
  }

  private void append(LeadEvent event, LeadRecord lead, List<LeadRecord> losers) {
    leads.append(new Append(event, lead.withProfile(lead.profile().with(event)), losers, Map.of()));
  }

  void erase(String lead) {
    new InMemoryPersonalItems(tables).bury(find(lead).erased(clock.instant()));
  }

  private LeadRecord find(String lead) {
    return leads.find(lead).orElseGet(() -> LeadRecord.unborn(lead));
  }
}
