package dev.trellis.local.playtest;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.timer.Tick;
import dev.trellis.crm.HandOffLead;
import dev.trellis.memory.InMemoryAccountStore;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryQuarantine;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemoryRegrouping;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.RecordingCrm;
import dev.trellis.memory.RecordingMailer;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.EffectQueues;
import dev.trellis.nurture.Preferences;
import dev.trellis.nurture.SuppressionKeys;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import dev.trellis.pools.PlaceLead;
import dev.trellis.pools.ReviewLater;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.AssignCompany;
import dev.trellis.scoring.EraseLead;
import dev.trellis.scoring.ScoreLead;
import dev.trellis.scoring.SeparateLead;
import dev.trellis.scoring.TakeEvent;
import java.time.Clock;

/** The production use cases around queues and tables in memory; nothing leaves the process. */
final class Bench {

  private static final String SECRET = "only for what never leaves this process";
  private static final String URL = "https://go.trellis.example";

  final InMemoryTables tables = new InMemoryTables();
  final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();
  final UnsubscribeLinks links = new UnsubscribeLinks(SECRET);
  final Preferences preferences;
  private final InMemoryQueue<ProfileUpdated> updates = new InMemoryQueue<>();
  private final InMemoryQueue<JourneySignal> signals = new InMemoryQueue<>();
  private final InMemoryQueue<MailDue> mails = new InMemoryQueue<>();
  private final InMemoryQueue<HandoffDue> handoffs = new InMemoryQueue<>();
  private final TakeEvent take;
  private final AssignCompany assign;
  private final PlaceLead place;
  private final AdvanceJourneys journeys;
  private final DispatchMail dispatch;
  private final HandOffLead handOff;
  private final Tick<ProfileUpdated> reviews;
  private final Tick<JourneySignal> steps;

  Bench(Playbook playbook, Clock clock) {
    var leads = new InMemoryLeadStore(tables);
    var accounts = new InMemoryAccountStore(tables);
    var quarantine = new InMemoryQuarantine(tables);
    var ledger = new InMemoryMailLedger(tables);
    var timers = new InMemoryTimers(tables);
    var keys = new SuppressionKeys(SECRET);
    var erase =
        new EraseLead(leads, new InMemoryPersonalItems(tables), accounts, quarantine, clock);
    var separate = new SeparateLead(leads, new InMemoryRegrouping(tables), clock);
    take = new TakeEvent(new ScoreLead(leads, clock), separate, erase, quarantine, clock);
    assign = new AssignCompany(accounts, playbook.dictionaries());
    place = new PlaceLead(new InMemoryPlacementStore(tables), timers, playbook, clock);
    var effects = new EffectQueues(mails, handoffs, events);
    var enrollments = new InMemoryEnrollmentStore(tables);
    journeys = new AdvanceJourneys(enrollments, timers, effects, playbook, clock);
    var writer = new LetterWriter(SECRET, URL);
    var mailer = new RecordingMailer();
    dispatch = new DispatchMail(ledger, playbook, writer, keys, mailer, events, clock);
    var handed = new InMemoryHandoffLedger(tables);
    handOff = new HandOffLead(handed, new RecordingCrm(), events, playbook, clock);
    var suppressions = new InMemorySuppressions(tables);
    preferences = new Preferences(ledger, suppressions, keys, links, events, playbook, clock);
    reviews = ReviewLater.tick(timers, updates, clock);
    steps =
        new Tick<>(
            AdvanceJourneys.TIMERS,
            timers,
            signals,
            (timer, at) -> new JourneySignal(timer.lead(), Reason.DUE, at),
            clock);
  }

  /** Wakes up what is due and carries every message to its end. */
  void settle() {
    reviews.run();
    steps.run();
    while (carry() > 0) {}
  }

  private int carry() {
    var told = events.take();
    var consequences = told.stream().map(e -> take.take(e.toJson())).toList();
    consequences.forEach(c -> c.assignments().forEach(assign::assign));
    new Announce(updates, signals).announce(consequences);
    var changed = updates.take();
    changed.forEach(u -> place.place(u.lead(), false).ifPresent(signals::send));
    var moved = signals.take();
    moved.forEach(s -> journeys.advance(s, false));
    var letters = mails.take();
    letters.forEach(m -> dispatch.dispatch(m, false));
    var ready = handoffs.take();
    ready.forEach(handOff::handOff);
    return told.size() + changed.size() + moved.size() + letters.size() + ready.size();
  }
}
