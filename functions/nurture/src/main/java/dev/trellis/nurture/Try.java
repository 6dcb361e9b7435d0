package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Walk;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.Draw;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger.ClaimResult;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Mailer.SendResult;
import dev.trellis.core.port.WaitingMails.Waiting;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.nurture.mail.Letter;

/** One try of a send that has no entry yet, or waits. */
final class Try {

  private static final String NEVER_SUPPRESSED = "none";

  private final DispatchMail mails;
  private final MailDue told;
  private final boolean again;
  private final MailDue due;
  private final LeadRecord lead;
  private final Optional<Entry> waiting;
  private final Instant now;

  /**
   * @param told as it was delivered
   * @param again true if it was delivered before
   * @param waiting what the ledger says if it says that the mail waits
   */
  Try(DispatchMail mails, MailDue told, boolean again, LeadRecord lead, Optional<Entry> waiting) {
    this.mails = mails;
    this.told = told;
    this.again = again;
    this.due = waiting.map(Try::asked).orElse(told);
    this.lead = lead;
    this.waiting = waiting;
    this.now = mails.now();
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

  Entry go() {
    // The send keeps its lead and id; only what we know of the person is the survivor's.
    var survivor = Survivor.of(lead, due.sendId(), mails.ledger);
    if (survivor.erasedAt() != null) {
      return entry(State.SKIPPED, null, "erased"); // and written down nowhere
    }
    if (due.wokeUp()) {
      return entry(State.SKIPPED, null, "nothing waits"); // it went meanwhile, or will come
    }
    if (due.reason() != null) {
      return skip(due.reason());
    }
    var refusal = mails.letters.refusal(due.journey());
    if (refusal.isPresent()) {
      return skip(refusal.get());
    }
    var mail = mails.playbook.mails().get(due.mail());
    var content = Optional.ofNullable(due.content()).flatMap(mails.playbook::content);
    if (mail == null || content.isEmpty() && due.content() != null) {
      return skip("not in the playbook any more");
    }
    var portrait = Portrait.of(due.lead(), survivor.profile(), mails.playbook, now);
    if (mail.kind() == Kind.INTERNAL) {
      return alert(mail, portrait);
    }
    if (mail.isPaced() && !mails.playbook.rhythm().isOpen(now, portrait.place())) {
      var morning = mails.playbook.rhythm().next(now, portrait.place(), List.of());
      if (waiting.isPresent()) {
        return hold(Hindrance.QUIET_HOURS, morning);
      }
      HeldUp.until(morning, due.lead(), mails.timers, now);
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
        var hindrance = mails.sending.hindrance(told.wokeUp());
        if (hindrance.isPresent()) {
          yield hold(hindrance.get(), now);
        }
        var letter = mails.writer.write(due.sendId(), mail, content, portrait, address);
        var draw = mails.budget.draw(due, mail.kind(), address, portrait);
        var claim = entry(State.CLAIMED, letter.subject(), null).to(address);
        var all = mails.keys.all(address);
        yield go(
            mail.kind() == Kind.CONFIRMATION
                ? mails.ledger.claimAgain(claim, all, draw)
                : mails.ledger.claim(claim, all, draw),
            claim,
            letter,
            draw);
      }
    };
  }

  // Our own mailbox is never suppressed: a lead would be lost with it.
  private Entry alert(MailText mail, Portrait portrait) {
    var address = sales(portrait);
    if (address == null) {
      return skip("nobody is to be alerted: playbook.yaml names no alertsTo");
    }
    var hindrance = mails.sending.hindrance(told.wokeUp());
    if (hindrance.isPresent()) {
      return hold(hindrance.get(), now);
    }
    var letter = mails.writer.alert(due.sendId(), mail, portrait, address);
    var claim = entry(State.CLAIMED, letter.subject(), null);
    return go(mails.ledger.claim(claim, NEVER_SUPPRESSED), claim, letter, Optional.empty());
  }

  // Whoever wanted to call again is told, if we know where.
  private String sales(Portrait portrait) {
    var playbook = mails.playbook;
    return playbook
        .journey(due.journey(), due.why() == null ? 0 : due.why().version())
        .filter(journey -> journey.trigger() instanceof Trigger.CallsBack)
        .flatMap(_ -> playbook.audiences().owner(portrait.profile()))
        .flatMap(playbook.calls()::mailbox)
        .orElse(playbook.company().alertsTo());
  }

  private Entry go(ClaimResult result, Entry claim, Letter letter, Optional<Draw> draw) {
    return switch (result) {
      case ClaimResult.Claimed _ -> send(claim, letter, draw);
      case ClaimResult.Suppressed _ -> skip("suppressed");
      case ClaimResult.OverBudget _ -> skip("over-budget");
      case ClaimResult.Exists(Entry other) ->
          other.owner().equals(claim.owner())
              ? send(claim, letter, draw)
              : mails.resume(other, false);
    };
  }

  private Entry send(Entry claim, Letter letter, Optional<Draw> draw) {
    return switch (mails.sending.send(letter.outgoing())) {
      case SendResult.Accepted(String messageId) -> sent(claim, messageId);
      case SendResult.Unknown(String reason) ->
          mails.settle(claim.in(State.UNKNOWN, null, reason, now));
      case SendResult.Refused(String reason) -> mails.settle(claim.refused(null, reason, now));
      case SendResult.TryAgain(Hindrance why, _) ->
          hold(
              claim.in(State.WAITING, null, why.key(), now),
              why.isOfAll() ? now : now.plus(why.pause()),
              told.wokeUp() ? told.at() : now,
              draw);
    };
  }

  // Whose turn has not come has its place in the line already, unless its first delivery stopped on
  // the way there.
  private Entry hold(Hindrance why, Instant from) {
    if (waiting.isPresent() && !told.wokeUp() && !again) {
      return waiting.get();
    }
    var same = waiting.filter(entry -> why.key().equals(entry.reason()));
    var since = told.wokeUp() && why != Hindrance.QUIET_HOURS ? told.at() : from;
    if (same.isPresent()) {
      mails.sending.queue(new Waiting(due.lead(), due.sendId(), from, since));
      return same.get();
    }
    return hold(entry(State.WAITING, null, why.key()), from, since, Optional.empty());
  }

  // First the ledger: whoever is woken must find that it waits.
  private Entry hold(Entry held, Instant from, Instant since, Optional<Draw> draw) {
    mails.ledger.hold(held, draw);
    mails.sending.queue(new Waiting(due.lead(), due.sendId(), from, since));
    return held;
  }

  // A second delivery may have given up on us meanwhile; we know better.
  private Entry sent(Entry claim, String messageId) {
    var sent = claim.in(State.SENT, messageId, null, now);
    if (!mails.ledger.settle(sent, State.CLAIMED)) {
      mails.ledger.settle(sent, State.UNKNOWN);
    }
    return mails.tellSent(sent);
  }

  private Entry skip(String reason) {
    var skipped = entry(State.SKIPPED, null, reason);
    return switch (mails.ledger.skip(skipped)) {
      case ClaimResult.Exists(Entry other) -> other;
      case ClaimResult.Claimed _, ClaimResult.Suppressed _, ClaimResult.OverBudget _ -> skipped;
    };
  }

  private Entry entry(State state, String subject, String reason) {
    return Entry.of(due, state, subject, reason, isInternal(), now);
  }

  private boolean isInternal() {
    var mail = due.wokeUp() ? null : mails.playbook.mails().get(due.mail());
    return mail != null && mail.kind() == Kind.INTERNAL;
  }
}
