package dev.trellis.local.rehearsal;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Timers;
import dev.trellis.core.timer.Tick;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.EffectQueues;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.Preferences;
import dev.trellis.nurture.RecordFeedback;
import dev.trellis.nurture.SuppressionKeys;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import dev.trellis.pools.PlaceLead;
import dev.trellis.pools.ReviewLater;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.ScoreLead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The use cases that run on Lambda, joined by queues in memory: what the handlers do, without AWS
 * and under a clock that jumps. Nothing leaves it; mails end in a {@link Postbox}.
 */
public final class Pipeline {

  /** Signs links that nobody follows. */
  public static final String SECRET = "the secret of a rehearsal: its links lead nowhere";

  private static final String NOWHERE = "https://rehearsal.example";

  private final JumpingClock clock;
  private final InMemoryTables tables = new InMemoryTables();
  private final Line<LeadEvent> events;
  private final Line<ProfileUpdated> updates;
  private final Line<JourneySignal> signals;
  private final Line<MailDue> mails;
  private final Line<HandoffDue> handoffs;
  private final Line<MailFeedback> feedback;
  private final Watch watch;
  private final ScoreLead score;
  private final Announce announce;
  private final PlaceLead place;
  private final MessageQueue<JourneySignal> toJourneys;
  private final AdvanceJourneys journeys;
  private final DispatchMail dispatch;
  private final RecordFeedback record;
  private final UnsubscribeLinks links = new UnsubscribeLinks(SECRET);
  private final Preferences preferences;
  private final Tick<ProfileUpdated> poolsTick;
  private final Tick<JourneySignal> journeysTick;

  /**
   * @param tries how often a message is tried before its failure is thrown
   * @param sent is told of every mail that the postbox took
   */
  public Pipeline(
      Playbook playbook, JumpingClock clock, int tries, Ports ports, Consumer<Postbox.Sent> sent) {
    this.clock = clock;
    events = new Line<>(clock, tries);
    updates = new Line<>(clock, tries);
    signals = new Line<>(clock, tries);
    mails = new Line<>(clock, tries);
    handoffs = new Line<>(clock, tries);
    feedback = new Line<>(clock, tries);
    watch = new Watch(new InMemoryEnrollmentStore(tables), playbook, clock);

    var leads = ports.port(LeadStore.class, new InMemoryLeadStore(tables));
    var timers = ports.port(Timers.class, new InMemoryTimers(tables));
    var ledger = ports.port(MailLedger.class, new InMemoryMailLedger(tables));
    var suppressions = ports.port(Suppressions.class, new InMemorySuppressions(tables));
    var toScoring = ports.queue("lead-events", events);
    var toPools = ports.queue("profile-updates", updates);
    toJourneys = ports.queue("journey-signals", signals);
    var keys = new SuppressionKeys(SECRET);

    score = new ScoreLead(leads, clock);
    announce = new Announce(toPools, toJourneys);
    var placements = ports.port(PlacementStore.class, new InMemoryPlacementStore(tables));
    place = new PlaceLead(placements, timers, playbook, clock);
    poolsTick = ReviewLater.tick(timers, toPools, clock);
    journeysTick =
        new Tick<>(
            AdvanceJourneys.TIMERS,
            timers,
            toJourneys,
            (timer, at) -> new JourneySignal(timer.lead(), Reason.DUE, at),
            clock);
    var effects =
        new EffectQueues(
            ports.queue("mails", mails), ports.queue("handoffs", handoffs), toScoring);
    var enrollments = ports.port(EnrollmentStore.class, watch);
    journeys = new AdvanceJourneys(enrollments, timers, effects, playbook, clock);
    var postbox = new Postbox(clock, ports.queue("mail-feedback", feedback), sent);
    dispatch =
        new DispatchMail(
            ledger,
            playbook,
            new LetterWriter(SECRET, NOWHERE),
            keys,
            ports.port(Mailer.class, postbox),
            toScoring,
            clock);
    record = new RecordFeedback(ledger, suppressions, keys, toScoring);
    preferences =
        new Preferences(ledger, suppressions, keys, links, toScoring, playbook, clock);
  }

  public InMemoryTables tables() {
    return tables;
  }

  public Watch watch() {
    return watch;
  }

  /** Something happens to a lead now. */
  public void tell(LeadEvent event) {
    events.send(event);
  }

  /** Somebody presses the unsubscribe button of a mail; once this returns, no mail starts. */
  public void unsubscribe(String lead, String sendId) {
    var token = links.make(lead, sendId, clock.instant());
    var press =
        new Request(
            "POST",
            "/u/" + token,
            Map.of("token", token),
            Map.of(),
            Map.of(),
            Map.of(),
            new byte[0]);
    preferences.answer(press);
  }

  /** What the schedules do every minute. */
  public void tick() {
    poolsTick.run();
    journeysTick.run();
  }

  /** Works off whatever can be worked off at this instant. */
  public void settle() {
    boolean hasWorked;
    do {
      hasWorked =
          events.work((event, _) -> announce.announce(List.of(score.score(event))))
              || updates.work(this::place)
              || signals.work(journeys::advance)
              || mails.work(dispatch::dispatch)
              || feedback.work(record::record)
              || handoffs.work((_, _) -> {});
    } while (hasWorked);
  }

  /** When there is something to do next: a timer or a message. */
  public Optional<Instant> next() {
    return Stream.of(
            tables.nextTimer(ReviewLater.OWNER, clock.instant()),
            tables.nextTimer(AdvanceJourneys.TIMERS, clock.instant()),
            events.next(),
            updates.next(),
            signals.next(),
            mails.next(),
            feedback.next(),
            handoffs.next())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private void place(ProfileUpdated update, boolean again) {
    place.place(update.lead(), again).ifPresent(toJourneys::send);
  }
}
