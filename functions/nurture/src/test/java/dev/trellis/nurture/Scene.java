package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.journey.Why;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Relocation;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Brake;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore.Append;
import dev.trellis.core.port.LeadStore.AppendResult;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.memory.InMemoryEnrollmentStore;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryLetterRuns;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryMembers;
import dev.trellis.memory.InMemoryPersonalItems;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemoryQueue;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.InMemoryWaitingMails;
import dev.trellis.memory.RecordingMailer;
import dev.trellis.memory.StandingClock;
import dev.trellis.nurture.mail.ConfirmLinks;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.UnsubscribeLinks;

/**
 * A small scene to play nurture on: memory stores, queues that remember, a clock that can be moved.
 */
public final class Scene {

  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  public static final String LEAD = "L0001";
  public static final String SEND = "send-1";
  public static final String ADDRESS = "mei.lin@example.cn";
  public static final KeyRing KEYS = KeyRing.of("a secret that is only good for tests");
  private static final SuppressionKeys SUPPRESSIONS = new SuppressionKeys(KEYS);
  public static final String URL = "https://go.trellis.example";

  public final InMemoryTables tables = new InMemoryTables();
  public final InMemoryLeadStore leads = new InMemoryLeadStore(tables);
  public final InMemoryMailLedger ledger = new InMemoryMailLedger(tables);
  public final InMemorySuppressions suppressions = new InMemorySuppressions(tables);
  public final InMemoryTimers timers = new InMemoryTimers(tables);
  public final InMemoryWaitingMails line = new InMemoryWaitingMails(tables);
  public final InMemoryQueue<LeadEvent> events = new InMemoryQueue<>();
  public final InMemoryQueue<MailDue> mails = new InMemoryQueue<>();
  public final InMemoryQueue<HandoffDue> handoffs = new InMemoryQueue<>();
  public final InMemoryLetterRuns runs = new InMemoryLetterRuns(tables);
  public final RecordingMailer mailer = new RecordingMailer();
  public final SuppressionKeys keys = SUPPRESSIONS;
  public final UnsubscribeLinks links = new UnsubscribeLinks(KEYS, keys);
  public final StandingClock clock = new StandingClock(START);

  /** When mails began to be kept back, and why. */
  public final List<Brake> stops = new ArrayList<>();

  private int told;

  public AdvanceJourneys advanceJourneys() {
    return new AdvanceJourneys(
        new InMemoryEnrollmentStore(tables),
        timers,
        new EffectQueues(mails, handoffs, events),
        SmallPlaybook.PLAYBOOK,
        clock);
  }

  /** What takes the letters of a playbook to their groups. */
  public SendLetters sendLetters(Playbook playbook, InMemoryQueue<JourneySignal> turns) {
    return new SendLetters(
        playbook,
        runs,
        new InMemoryMembers(tables),
        new InMemoryEnrollmentStore(tables),
        turns,
        clock);
  }

  public DispatchMail dispatchMail() {
    return dispatchMail(ledger, line, timers);
  }

  /** One that works on these. */
  DispatchMail dispatchMail(MailLedger ledger, WaitingMails line, Timers timers) {
    var sending = new Sending(mailer, line, timers, clock, stops::add, _ -> {});
    return new DispatchMail(
        ledger, SmallPlaybook.PLAYBOOK, letters(), keys, sending, events, timers, clock);
  }

  /** A way out for whatever this mailer answers. */
  public Sending sending(Mailer by) {
    return new Sending(by, line, timers, clock, stops::add, _ -> {});
  }

  /** Lets those go that wait, as the schedule does. */
  public void wakes() {
    new WakeMails(line, timers, mails, clock).run();
  }

  public RecordFeedback recordFeedback() {
    return new RecordFeedback(ledger, suppressions, keys, events, () -> {});
  }

  public ObeyOrder obeyOrder() {
    return new ObeyOrder(
        new SettleMail(ledger, line, timers, events, clock),
        new SendingDesk(line, timers, clock),
        suppressions);
  }

  public Preferences preferences() {
    return preferences(SmallPlaybook.PLAYBOOK);
  }

  public Preferences preferences(Playbook playbook) {
    return new Preferences(ledger, suppressions, keys, links, events, playbook, clock);
  }

  public ConfirmConsent confirmConsent() {
    return new ConfirmConsent(
        ledger, suppressions, keys, new ConfirmLinks(KEYS), events, SmallPlaybook.PLAYBOOK, clock);
  }

  /** Somebody types an address into a form that asks for a confirmation. */
  public void signsUp(String lead, String address) {
    var answers = new TreeMap<>(Map.of("email", address));
    var identities = new TreeSet<>(List.of(Identity.parse("email:" + address)));
    var form = new FormSubmitted("newsletter", answers, true, "en", null, true);
    var id = "event-" + told++;
    append(lead, LeadEvent.of(id, clock.instant(), Channel.WEB, identities, Origin.NONE, form));
  }

  /** Somebody fills in the form of the summit now. */
  public String submits(String lead, String address, Map<String, String> answers, boolean consent) {
    return submits(lead, address, answers, consent, null);
  }

  /** The same from this network. */
  public String submits(
      String lead, String address, Map<String, String> answers, boolean consent, String network) {
    var all = new TreeMap<>(Map.of("email", address, "name", "Lin Mei"));
    all.putAll(answers);
    var identities = new TreeSet<>(List.of(Identity.parse("email:" + address)));
    var id = "event-" + told++;
    var form = new FormSubmitted("summit-deck", all, consent, "en", null);
    var origin = Origin.NONE.from(network);
    append(lead, LeadEvent.of(id, clock.instant(), Channel.EXPO, identities, origin, form));
    return id;
  }

  /** The usual lead: consent, address, nothing else. */
  public void submits() {
    submits(LEAD, ADDRESS, Map.of(), true);
  }

  /** Something happens to a lead now. */
  public void happens(String lead, Happening happening) {
    append(lead, LeadEvent.about(lead, "event-" + told++, clock.instant(), Channel.WEB, happening));
  }

  /** Somebody reads now what was mailed to this address of a lead. */
  public void reads(String lead, String address) {
    var read = new ContentRead("summit-deck", 1, 30, "send-0");
    var id = "event-" + told++;
    append(
        lead,
        LeadEvent.about(lead, id, clock.instant(), Channel.MAIL, read)
            .naming(List.of(Identity.parse("email:" + address)))
            .proving("email", Proof.HELD));
  }

  /** One lead becomes part of another. */
  public void merge(String loser, String survivor) {
    var lost = leads.find(loser).orElseThrow();
    var kept = leads.find(survivor).orElseThrow();
    var event =
        LeadEvent.about(
            survivor,
            "event-" + told++,
            clock.instant(),
            Channel.WEB,
            new Happening.PageVisited("p", 1, null));
    var joined = kept.absorbing(lost);
    var after = joined.withProfile(joined.profile().with(event));
    store(new Append(event, after, List.of(lost), Map.of()));
  }

  /** Leaves nothing of a lead but its tombstone. */
  public void erase(String lead) {
    var items = new InMemoryPersonalItems(tables);
    items.bury(leads.find(lead).orElseThrow().erased(clock.instant()));
    items.clear(lead);
  }

  /** The lead enters a pool now. */
  public void enters(String lead, String pool) {
    var store = new InMemoryPlacementStore(tables);
    var before = store.load(lead).orElseThrow().position();
    var placement = new Placement("mil", pool, List.of(), List.of(), null);
    var step =
        new Relocation(lead, "", Period.ofDays(7), Days.UTC, clock.instant())
            .to(placement, before, Map.of());
    if (!store.save(lead, step.position(), step.move())) {
      throw new IllegalStateException("positions are written one after the other here");
    }
  }

  public JourneySignal signal(String lead) {
    return new JourneySignal(lead, JourneySignal.Reason.DUE, clock.instant());
  }

  private void append(String lead, LeadEvent event) {
    var before = leads.find(lead).orElse(LeadRecord.unborn(lead));
    var after = before.withProfile(before.profile().with(event));
    store(new Append(event, after, List.of(), Map.of()));
  }

  private void store(Append append) {
    if (leads.append(append) != AppendResult.APPENDED) {
      throw new IllegalStateException("events are told once here");
    }
  }

  /** The usual lead's mail, as a journey asks for it now. */
  public MailDue due() {
    return new MailDue(
        SEND,
        LEAD,
        "summit-deck",
        "1",
        "deck-delivery",
        "summit-deck",
        Why.parse("it was asked for"),
        null,
        clock.instant());
  }

  public Optional<Entry> entry() {
    return ledger.find(LEAD, SEND);
  }

  /** Writes letters whose links are signed with the keys of the scene. */
  public static LetterWriter letters() {
    return new LetterWriter(KEYS, SUPPRESSIONS, URL);
  }
}
