package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.journey.Walk;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Draw;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.LeadNotFoundException;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.ClaimResult;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Timers;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.nurture.mail.Letter;
import dev.trellis.nurture.mail.LetterWriter;
import dev.trellis.nurture.mail.SuppressionKeys;

/**
 * Sends one mail at most once (design §5): asks the gate, writes the letter, claims the send, hands
 * it to the provider, and records what became of it.
 */
public final class DispatchMail {

  /** No try takes this long: whoever claimed before that is gone. */
  private static final Duration LONGEST_TRY = Duration.ofMinutes(15);

  /** How the reason begins for which a provider would not send a mail. */
  private static final String REFUSED = "rejected by the provider: ";

  private static final String NEVER_SUPPRESSED = "none";

  private final MailLedger ledger;
  private final Playbook playbook;
  private final LetterWriter writer;
  private final SuppressionKeys keys;
  private final Budget budget;
  private final Sending sending;
  private final MessageQueue<LeadEvent> events;
  private final Timers timers;
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
    this.ledger = ledger;
    this.playbook = playbook;
    this.writer = writer;
    this.keys = keys;
    this.budget = new Budget(playbook.strangers(), keys);
    this.sending = sending;
    this.events = events;
    this.timers = timers;
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
    var found =
        ledger
            .load(due.lead(), due.sendId())
            .orElseThrow(() -> new LeadNotFoundException(due.lead()));
    var entry = found.entry();
    if (entry.isEmpty()) {
      return new Try(due, found.lead(), Optional.empty()).go();
    }
    return entry.get().state() == State.WAITING
        ? new Try(due, found.lead(), entry).go()
        : resume(entry.get(), again);
  }

  /** True if the provider would not send it, for what it is: somebody should look. */
  public static boolean isRefused(Entry entry) {
    return entry.reason() != null && entry.reason().startsWith(REFUSED);
  }

  /** How the ledger says why a provider would not send a mail. */
  static String refused(String reason) {
    return REFUSED + reason;
  }

  private Entry resume(Entry entry, boolean again) {
    return switch (entry.state()) {
      case SENT -> tellSent(entry);
      case SKIPPED, UNKNOWN, WAITING -> entry;
      case CLAIMED -> again || isAbandoned(entry) ? giveUp(entry) : entry;
    };
  }

  private Entry tellSent(Entry entry) {
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

  private Entry settle(Entry entry) {
    return ledger.settle(entry, State.CLAIMED)
        ? entry
        : ledger.find(entry.lead(), entry.sendId()).orElse(entry);
  }

  private static MailDue asked(Entry entry) {
    return new MailDue(
        entry.sendId(),
        entry.lead(),
        entry.journey(),
        entry.step(),
        entry.mail(),
        entry.content(),
        entry.why(),
        null,
        entry.at());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** One try of a send that has no entry yet, or waits. */
  private final class Try {

    private final MailDue due;
    private final LeadRecord lead;
    private final Optional<Entry> waiting;
    private final boolean isItsTurn;
    private final Instant now = now();

    Try(MailDue due, LeadRecord lead, Optional<Entry> waiting) {
      this.due = waiting.map(DispatchMail::asked).orElse(due);
      this.lead = lead;
      this.waiting = waiting;
      this.isItsTurn = due.wokeUp();
    }

    Entry go() {
      // The send keeps its lead and id; only what we know of the person is the survivor's.
      var survivor = Survivor.of(lead, due.sendId(), ledger);
      if (survivor.erasedAt() != null) {
        return entry(State.SKIPPED, null, "erased"); // and written down nowhere
      }
      if (due.wokeUp()) {
        return entry(State.SKIPPED, null, "nothing waits"); // it went meanwhile, or will come
      }
      if (due.reason() != null) {
        return skip(due.reason());
      }
      var mail = playbook.mails().get(due.mail());
      var content = Optional.ofNullable(due.content()).flatMap(playbook::content);
      if (mail == null || content.isEmpty() && due.content() != null) {
        return skip("not in the playbook any more");
      }
      var portrait = Portrait.of(due.lead(), survivor.profile(), playbook, now);
      if (mail.kind() == Kind.INTERNAL) {
        return alert(mail, portrait);
      }
      if (mail.isPaced() && !playbook.rhythm().isOpen(now, portrait.place())) {
        var morning = playbook.rhythm().next(now, portrait.place(), List.of());
        if (waiting.isPresent()) {
          return hold(Hindrance.QUIET_HOURS, morning);
        }
        HeldUp.until(morning, due.lead(), timers, now);
        return entry(
            State.SKIPPED,
            null,
            "held up into quiet hours or days off, until the next working morning");
      }
      if (mail.isPaced() && !portrait.exclusions().isEmpty()) {
        return skip(Walk.EXCLUDED);
      }
      var verdict =
          mail.kind() == Kind.CONFIRMATION
              ? Gate.askToConfirm(portrait)
              // What was asked for on a form is no letter about its topic.
              : Gate.ask(portrait, content.filter(_ -> mail.isPaced()));
      return switch (verdict) {
        case Gate.Verdict.Closed(String reason) -> skip(reason);
        case Gate.Verdict.Open(String address) -> {
          var hindrance = sending.hindrance(isItsTurn);
          if (hindrance.isPresent()) {
            yield hold(hindrance.get(), now);
          }
          var letter = writer.write(due.sendId(), mail, content, portrait, address);
          var draw = budget.draw(due, mail.kind(), address, portrait);
          var claim = entry(State.CLAIMED, letter.subject(), null).to(address);
          var all = keys.all(address);
          yield go(
              mail.kind() == Kind.CONFIRMATION
                  ? ledger.claimAgain(claim, all, draw)
                  : ledger.claim(claim, all, draw),
              claim,
              letter,
              draw);
        }
      };
    }

    // Our own mailbox is never suppressed: a lead would be lost with it.
    private Entry alert(MailText mail, Portrait portrait) {
      var address = playbook.company().alertsTo();
      if (address == null) {
        return skip("nobody is to be alerted: playbook.yaml names no alertsTo");
      }
      var hindrance = sending.hindrance(isItsTurn);
      if (hindrance.isPresent()) {
        return hold(hindrance.get(), now);
      }
      var letter = writer.alert(due.sendId(), mail, portrait, address);
      var claim = entry(State.CLAIMED, letter.subject(), null);
      return go(ledger.claim(claim, NEVER_SUPPRESSED), claim, letter, Optional.empty());
    }

    private Entry go(ClaimResult result, Entry claim, Letter letter, Optional<Draw> draw) {
      return switch (result) {
        case ClaimResult.Claimed _ -> send(claim, letter, draw);
        case ClaimResult.Suppressed _ -> skip("suppressed");
        case ClaimResult.OverBudget _ -> skip("over-budget");
        case ClaimResult.Exists(Entry other) ->
            other.owner().equals(claim.owner()) ? send(claim, letter, draw) : resume(other, false);
      };
    }

    private Entry send(Entry claim, Letter letter, Optional<Draw> draw) {
      return switch (sending.send(letter.outgoing())) {
        case SendResult.Accepted(String messageId) -> sent(claim, messageId);
        case SendResult.Unknown(String reason) ->
            settle(claim.in(State.UNKNOWN, null, reason, now));
        case SendResult.Refused(String reason) ->
            settle(claim.in(State.SKIPPED, null, refused(reason), now));
        case SendResult.TryAgain(Hindrance why, _) ->
            hold(
                claim.in(State.WAITING, null, why.key(), now),
                why.isOfAll() ? now : now.plus(why.pause()),
                draw);
      };
    }

    private Entry hold(Hindrance why, Instant from) {
      // Whose turn has not come has its place in the line already.
      if (waiting.isPresent() && !isItsTurn) {
        return waiting.get();
      }
      var same = waiting.filter(entry -> why.key().equals(entry.reason()));
      if (same.isPresent()) {
        sending.queue(due.lead(), due.sendId(), from);
        return same.get();
      }
      return hold(entry(State.WAITING, null, why.key()), from, Optional.empty());
    }

    private Entry hold(Entry held, Instant from, Optional<Draw> draw) {
      sending.queue(due.lead(), due.sendId(), from);
      ledger.hold(held, draw);
      return held;
    }

    // A second delivery may have given up on us meanwhile; we know better.
    private Entry sent(Entry claim, String messageId) {
      var sent = claim.in(State.SENT, messageId, null, now);
      if (!ledger.settle(sent, State.CLAIMED)) {
        ledger.settle(sent, State.UNKNOWN);
      }
      return tellSent(sent);
    }

    private Entry skip(String reason) {
      var skipped = entry(State.SKIPPED, null, reason);
      return switch (ledger.skip(skipped)) {
        case ClaimResult.Exists(Entry other) -> other;
        case ClaimResult.Claimed _, ClaimResult.Suppressed _, ClaimResult.OverBudget _ -> skipped;
      };
    }

    private Entry entry(State state, String subject, String reason) {
      return new Entry(
          due.sendId(),
          due.lead(),
          state,
          Ids.random(),
          now,
          due.journey(),
          due.step(),
          due.mail(),
          due.content(),
          due.why(),
          subject,
          null,
          reason,
          isInternal());
    }

    private boolean isInternal() {
      var mail = due.wokeUp() ? null : playbook.mails().get(due.mail());
      return mail != null && mail.kind() == Kind.INTERNAL;
    }
  }
}
