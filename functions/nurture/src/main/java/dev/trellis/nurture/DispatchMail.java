package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Timers;
import dev.trellis.nurture.mail.LetterWriter;

/**
 * Sends one mail at most once (design §5): asks the gate, writes the letter, claims the send, hands
 * it to the provider, and records what became of it.
 */
public final class DispatchMail {

  /** No try takes this long: whoever claimed before that is gone. */
  private static final Duration LONGEST_TRY = Duration.ofMinutes(15);

  final MailLedger ledger;
  final Playbook playbook;
  final LetterWriter writer;
  final SuppressionKeys keys;
  final Budget budget;
  final Sending sending;
  private final MessageQueue<LeadEvent> events;
  final Timers timers;
  final LettersUnderWay letters;
  private final Clock clock;

  public DispatchMail(
      MailLedger ledger,
      Playbook playbook,
      LetterWriter writer,
      SuppressionKeys keys,
      Sending sending,
      MessageQueue<LeadEvent> events,
      Timers timers,
      Clock clock) {
    this(
        ledger,
        playbook,
        writer,
        keys,
        sending,
        events,
        timers,
        LettersUnderWay.none(playbook, clock),
        clock);
  }

  /**
   * @param letters tells which letters must not go any more
   */
  public DispatchMail(
      MailLedger ledger,
      Playbook playbook,
      LetterWriter writer,
      SuppressionKeys keys,
      Sending sending,
      MessageQueue<LeadEvent> events,
      Timers timers,
      LettersUnderWay letters,
      Clock clock) {
    this.ledger = ledger;
    this.playbook = playbook;
    this.writer = writer;
    this.keys = keys;
    this.budget = new Budget(playbook.strangers(), keys);
    this.sending = sending;
    this.events = events;
    this.timers = timers;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Sends what is due, unless that was done or must not be done; what was due with nothing to send
   * is only written down (R90).
   *
   * @param again true if this message was delivered before
   * @return what the ledger says now; of a mail that waits for the morning it says nothing
   * @throws LeadNotFoundException if there is no such lead (yet)
   */
  public Entry dispatch(MailDue due, boolean again) {
    return run(due, again).entry();
  }

  /** The same, and whether the ledger said so before. */
  public Dispatched run(MailDue due, boolean again) {
    var found =
        ledger
            .load(due.lead(), due.sendId())
            .orElseThrow(() -> new LeadNotFoundException(due.lead()));
    var known = found.entry();
    var entry =
        known.filter(e -> e.state() != State.WAITING).isPresent()
            ? resume(known.get(), again)
            : new Try(this, due, again, found.lead(), known).go();
    var result = new Dispatched(entry, !known.equals(Optional.of(entry)));
    letters.dispatched(result);
    return result;
  }

  /**
   * What became of a message.
   *
   * @param isNews false if the ledger said so already, when the message came
   */
  public record Dispatched(Entry entry, boolean isNews) {}

  /** What a message about a mail brings that was begun, or ended, before. */
  Entry resume(Entry entry, boolean again) {
    return switch (entry.state()) {
      case SENT -> tellSent(entry);
      case SKIPPED, UNKNOWN, WAITING -> entry;
      case CLAIMED -> again || isAbandoned(entry) ? giveUp(entry) : entry;
    };
  }

  Entry tellSent(Entry entry) {
    if (!entry.internal()) {
      events.send(MailEvents.sent(entry));
    }
    return entry;
  }

  // Otherwise another message's try may still be at work; if it is not, its redelivery gives up.
  private boolean isAbandoned(Entry entry) {
    return entry.at().isBefore(now().minus(LONGEST_TRY));
  }

  // It may have been sent: to send again would be worse than not to send at all.
  private Entry giveUp(Entry entry) {
    return settle(entry.in(State.UNKNOWN, null, "stopped while sending", now()));
  }

  Entry settle(Entry entry) {
    return ledger.settle(entry, State.CLAIMED)
        ? entry
        : ledger.find(entry.lead(), entry.sendId()).orElse(entry);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
