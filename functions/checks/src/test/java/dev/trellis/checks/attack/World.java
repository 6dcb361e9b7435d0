package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.capture.FrontDoor;
import dev.trellis.capture.Routes;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Tick;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.memory.FixedSecrets;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.InMemoryWaitingMails;
import dev.trellis.memory.StandingClock;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.ConfirmConsent;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.EffectQueues;
import dev.trellis.nurture.HeldUp;
import dev.trellis.nurture.MailFeedback;
import dev.trellis.nurture.MailFeedback.Kind;
import dev.trellis.nurture.Preferences;
import dev.trellis.nurture.RecordFeedback;
import dev.trellis.nurture.Sending;
import dev.trellis.nurture.WakeMails;
import dev.trellis.nurture.mail.ConfirmLinks;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.UnsubscribeLinks;
import dev.trellis.pools.PlaceLead;
import dev.trellis.pools.ReviewLater;
import dev.trellis.scoring.Announce;
import dev.trellis.scoring.ScoreLead;

/** All of Trellis that a stranger can reach, in memory: pages, queues, mails as they are sent. */
final class World {

  static final Instant START = Instant.parse("2026-10-22T01:00:00Z");
  static final String URL = "https://go.trellis.example";

  private static final KeyRing KEYS = KeyRing.of("only-for-tests-only-for-tests-32");

  private final StandingClock clock = new StandingClock(START);
  private final InMemoryTables tables = new InMemoryTables();
  private final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();
  private final InMemoryQueue<ProfileUpdated> updates = new InMemoryQueue<>();
  private final InMemoryQueue<JourneySignal> signals = new InMemoryQueue<>();
  private final InMemoryQueue<MailDue> due = new InMemoryQueue<>();
  private final InMemoryQueue<MailFeedback> feedback = new InMemoryQueue<>();
  private final List<Letter> letters = new ArrayList<>();
  private final Optional<Rule> broken;
  private final Joining joining;
  private final FrontDoor door;
  private final Preferences preferences;
  private final ConfirmConsent confirmations;
  private final ScoreLead score;
  private final Announce announce;
  private final PlaceLead place;
  private final AdvanceJourneys journeys;
  private final DispatchMail dispatch;
  private final RecordFeedback record;
  private final List<Tick<?>> ticks;

  /**
   * @param broken the one rule that is not kept; empty if all are
   */
  World(Playbook playbook, Optional<Rule> broken) {
    this.broken = broken;
    this.joining = playbook.trust().joining();
    var timers = new InMemoryTimers(tables);
    var ledger = new InMemoryMailLedger(tables);
    var suppressions = new InMemorySuppressions(tables);
    var keys = new SuppressionKeys(KEYS);
    var handoffs = new InMemoryQueue<HandoffDue>();
    var secrets = new FixedSecrets(Map.of("events", Partner.KEY));
    door = Routes.frontDoor(playbook, KEYS, secrets, URL, clock, events);
    preferences =
        new Preferences(
            keeps(Rule.A_TOKEN_SHOWS_ONE_MAILBOX) ? ledger : new NosyLedger(ledger, this),
            suppressions,
            keys,
            new UnsubscribeLinks(KEYS, keys),
            events,
            playbook,
            clock);
    confirmations =
        new ConfirmConsent(
            ledger, suppressions, keys, new ConfirmLinks(KEYS), events, playbook, clock);
    score = new ScoreLead(new InMemoryLeadStore(tables), clock, playbook);
    announce = new Announce(updates, signals, events);
    place = new PlaceLead(new InMemoryPlacementStore(tables), timers, events, playbook, clock);
    journeys =
        new AdvanceJourneys(
            new InMemoryEnrollmentStore(tables),
            timers,
            new EffectQueues(due, handoffs, events),
            playbook,
            clock);
    var writer = new LetterWriter(KEYS, keys, URL);
    var line = new InMemoryWaitingMails(tables);
    var sending = new Sending(this::send, line, timers, clock, _ -> {}, _ -> {});
    dispatch = new DispatchMail(ledger, playbook, writer, keys, sending, events, timers, clock);
    record = new RecordFeedback(ledger, suppressions, keys, events, () -> {});
    ticks =
        List.of(
            ReviewLater.tick(timers, updates, clock),
            AdvanceJourneys.tick(timers, signals, clock),
            HeldUp.tick(timers, signals, new WakeMails(line, timers, due, clock), clock));
  }

  Instant now() {
    return clock.instant();
  }

  boolean keeps(Rule rule) {
    return !broken.equals(Optional.of(rule));
  }

  /** How ready it is to take two records for one person. */
  Joining joining() {
    return joining;
  }

  InMemoryTables tables() {
    return tables;
  }

  /** Everything that was mailed, oldest first. */
  List<Letter> letters() {
    return List.copyOf(letters);
  }

  List<Letter> lettersTo(String address) {
    return letters.stream().filter(letter -> letter.to().equals(address)).toList();
  }

  /** Whoever lives under one of these names. */
  List<LeadRecord> leads(List<Identity> names) {
    return tables.leads().stream()
        .filter(LeadRecord::isLiving)
        .filter(lead -> names.stream().anyMatch(lead.profile().identities()::contains))
        .toList();
  }

  /** A page is asked for, and whatever follows from it happens. */
  Response answer(Request request) {
    var response =
        token(request, "/u/")
            .map(preferences::answer)
            .or(() -> token(request, "/confirm/").map(confirmations::answer))
            .orElseGet(() -> door.open(request).response());
    settle();
    return response;
  }

  /** Something that no page told. */
  void tell(LeadEvent event) {
    events.send(event);
    settle();
  }

  /** Lets time pass, with everything that comes due on the way. */
  void until(Instant then) {
    for (var next = next(then); next.isPresent(); next = next(then)) {
      clock.jump(next.get());
      tick();
    }
    if (then.isAfter(clock.instant())) {
      clock.jump(then);
    }
    tick();
  }

  private static Optional<Request> token(Request request, String path) {
    return Optional.of(request)
        .filter(r -> r.path().startsWith(path))
        .map(r -> r.withPathParameters(Map.of("token", r.path().substring(path.length()))));
  }

  private Optional<Instant> next(Instant limit) {
    var now = clock.instant();
    return Stream.of(ReviewLater.OWNER, AdvanceJourneys.TIMERS, HeldUp.TIMERS)
        .flatMap(owner -> tables.nextTimer(owner, now).stream())
        .filter(at -> at.isAfter(now) && !at.isAfter(limit))
        .min(Instant::compareTo);
  }

  private void tick() {
    settle();
    ticks.forEach(Tick::run);
    settle();
  }

  private void settle() {
    while (worked(events, this::score)
        || worked(updates, u -> place.place(u.lead(), false).ifPresent(signals::send))
        || worked(signals, signal -> journeys.advance(signal, false))
        || worked(due, mail -> dispatch.dispatch(mail, false))
        || worked(feedback, told -> record.record(told, false))) {}
  }

  private void score(LeadEvent event) {
    for (var told : broken.map(rule -> rule.without(event, this)).orElse(List.of(event))) {
      announce.announce(List.of(score.score(told)));
    }
  }

  private static <M> boolean worked(InMemoryQueue<M> queue, Consumer<M> work) {
    var waiting = queue.take();
    waiting.forEach(work);
    return !waiting.isEmpty();
  }

  private Mailer.SendResult send(Mailer.OutgoingMail mail) {
    var letter = Letter.of(mail, clock.instant());
    letters.add(letter);
    var id = "message-" + letters.size();
    for (var kind : List.of(Kind.SENT, Kind.DELIVERED)) {
      feedback.send(
          new MailFeedback(
              letter.sendId(), letter.lead(), id, now(), kind, List.of(mail.to()), null));
    }
    return new Mailer.SendResult.Accepted(id);
  }
}
