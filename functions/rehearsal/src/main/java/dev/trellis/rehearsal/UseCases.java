package dev.trellis.rehearsal;

import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.PlacementStore;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Tick;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.signing.KeyRing;
import dev.trellis.crm.HandOffLead;
import dev.trellis.memory.InMemoryHandoffLedger;
import dev.trellis.memory.InMemoryLeadStore;
import dev.trellis.memory.InMemoryMailLedger;
import dev.trellis.memory.InMemoryPlacementStore;
import dev.trellis.memory.InMemorySuppressions;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.InMemoryTimers;
import dev.trellis.memory.InMemoryWaitingMails;
import dev.trellis.memory.RecordingCrm;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.ConfirmConsent;
import dev.trellis.nurture.DispatchMail;
import dev.trellis.nurture.EffectQueues;
import dev.trellis.nurture.HeldUp;
import dev.trellis.nurture.LettersUnderWay;
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
import java.time.Clock;
import java.util.function.Consumer;

/** What the handlers call on Lambda, wired to memory. */
record UseCases(
    ScoreLead score,
    Announce announce,
    PlaceLead place,
    MessageQueue<JourneySignal> toJourneys,
    AdvanceJourneys journeys,
    DispatchMail dispatch,
    RecordFeedback record,
    Preferences preferences,
    ConfirmConsent confirmConsent,
    HandOffLead handOff,
    Tick<ProfileUpdated> poolsTick,
    Tick<JourneySignal> journeysTick,
    Tick<JourneySignal> heldUpTick) {

  /** Signs links that lead nowhere. */
  private static final KeyRing KEYS =
      KeyRing.of("the secret of a rehearsal, which nobody needs to keep");

  static final SuppressionKeys SUPPRESSIONS = new SuppressionKeys(KEYS);
  static final UnsubscribeLinks LINKS = new UnsubscribeLinks(KEYS, SUPPRESSIONS);
  static final ConfirmLinks CONFIRM_LINKS = new ConfirmLinks(KEYS);

  private static final String NOWHERE = "https://rehearsal.example";

  static UseCases on(
      InMemoryTables tables,
      Queues queues,
      Watch watch,
      Playbook playbook,
      Clock clock,
      Ports ports,
      Consumer<Postbox.Sent> sent) {
    var leads = ports.port(LeadStore.class, new InMemoryLeadStore(tables));
    var placements = ports.port(PlacementStore.class, new InMemoryPlacementStore(tables));
    var enrollments = ports.port(EnrollmentStore.class, watch);
    var timers = ports.port(Timers.class, new InMemoryTimers(tables));
    var ledger = ports.port(MailLedger.class, new InMemoryMailLedger(tables));
    var handed = ports.port(HandoffLedger.class, new InMemoryHandoffLedger(tables));
    var suppressions = ports.port(Suppressions.class, new InMemorySuppressions(tables));
    var toScoring = ports.queue("lead-events", queues.events());
    var toPools = ports.queue("profile-updates", queues.updates());
    var toJourneys = ports.queue("journey-signals", queues.signals());
    var toDispatch = ports.queue("mails", queues.mails());
    var toCrm = ports.queue("handoffs", queues.handoffs());
    var toFeedback = ports.queue("mail-feedback", queues.feedback());
    var postbox = ports.port(Mailer.class, new Postbox(clock, toFeedback, sent));
    var line = ports.port(WaitingMails.class, new InMemoryWaitingMails(tables));
    var sending = new Sending(postbox, line, timers, clock, _ -> {}, _ -> {});
    var effects = new EffectQueues(toDispatch, toCrm, toScoring);
    var letters = LetterWriter.ofEnvelopes(KEYS, SUPPRESSIONS, NOWHERE);
    return new UseCases(
        new ScoreLead(leads, clock, playbook),
        new Announce(toPools, toJourneys, toScoring),
        new PlaceLead(placements, timers, toScoring, playbook, clock),
        toJourneys,
        new AdvanceJourneys(
            enrollments,
            timers,
            effects,
            playbook,
            clock,
            _ -> false,
            LettersUnderWay.none(playbook, clock),
            turn -> watch.seen(turn.advance())),
        new DispatchMail(
            ledger, playbook, letters, SUPPRESSIONS, sending, toScoring, timers, clock),
        new RecordFeedback(ledger, suppressions, SUPPRESSIONS, toScoring, () -> {}),
        new Preferences(ledger, suppressions, SUPPRESSIONS, LINKS, toScoring, playbook, clock),
        new ConfirmConsent(
            ledger, suppressions, SUPPRESSIONS, CONFIRM_LINKS, toScoring, playbook, clock),
        new HandOffLead(
            handed, new RecordingCrm(), toScoring, playbook, NOWHERE + "/console", clock),
        ReviewLater.tick(timers, toPools, clock),
        AdvanceJourneys.tick(timers, toJourneys, clock),
        HeldUp.tick(timers, toJourneys, new WakeMails(line, timers, toDispatch, clock), clock));
  }
}
