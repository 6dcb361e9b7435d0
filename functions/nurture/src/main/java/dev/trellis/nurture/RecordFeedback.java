package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.event.Happening.MailBounced;
import dev.trellis.core.event.Happening.MailComplained;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.port.LetterRuns.Count;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import dev.trellis.nurture.MailFeedback.Kind;

/**
 * Takes in what became of a mail: first the address that must get no more mail, then the ledger,
 * then the lead events.
 */
public final class RecordFeedback {

  private final MailLedger ledger;
  private final Suppressions suppressions;
  private final SuppressionKeys keys;
  private final MessageQueue<LeadEvent> events;
  private final Runnable badNews;
  private final BiConsumer<String, Count> letters;

  /** Where nobody asks what became of letters. */
  public RecordFeedback(
      MailLedger ledger,
      Suppressions suppressions,
      SuppressionKeys keys,
      MessageQueue<LeadEvent> events,
      Runnable badNews) {
    this(ledger, suppressions, keys, events, badNews, (_, _) -> {});
  }

  /**
   * @param letters is told what became of a journey's mail, which may be a letter
   * @param badNews is run when a mailbox is gone or its owner complained
   */
  public RecordFeedback(
      MailLedger ledger,
      Suppressions suppressions,
      SuppressionKeys keys,
      MessageQueue<LeadEvent> events,
      Runnable badNews,
      BiConsumer<String, Count> letters) {
    this.letters = letters;
    this.badNews = badNews;
    this.ledger = ledger;
    this.suppressions = suppressions;
    this.keys = keys;
    this.events = events;
  }

  /**
   * Records one piece of feedback.
   *
   * @param again true if this message was delivered before
   * @return the ledger's entry as it was, or as a refusal left it; empty if there is none (any
   *     more)
   */
  public Optional<Entry> record(MailFeedback feedback, boolean again) {
    suppress(feedback);
    var found =
        ledger
            .find(feedback.lead(), feedback.sendId())
            .map(entry -> settle(entry, feedback, again));
    if (!again) {
      found.ifPresent(entry -> count(entry, feedback.kind()));
    }
    if (feedback.kind() == Kind.BOUNCED_FOR_GOOD || feedback.kind() == Kind.COMPLAINED) {
      badNews.run();
    }
    return found;
  }

  private void count(Entry entry, Kind kind) {
    switch (kind) {
      case BOUNCED_FOR_GOOD -> letters.accept(entry.journey(), Count.BOUNCED);
      case COMPLAINED -> letters.accept(entry.journey(), Count.COMPLAINED);
      case SENT, DELIVERED, BOUNCED, REFUSED, REJECTED, UNSUBSCRIBED -> {}
    }
  }

  private void suppress(MailFeedback feedback) {
    var reason =
        switch (feedback.kind()) {
          case BOUNCED_FOR_GOOD -> Reason.BOUNCE;
          case COMPLAINED -> Reason.COMPLAINT;
          case UNSUBSCRIBED -> Reason.UNSUBSCRIBE;
          case SENT, DELIVERED, BOUNCED, REFUSED, REJECTED -> null;
        };
    if (reason != null) {
      var suppression = new Suppression(reason, feedback.at());
      feedback.addresses().forEach(a -> suppressions.add(keys.of(a), suppression));
    }
  }

  private Entry settle(Entry entry, MailFeedback feedback, boolean again) {
    var told = new ArrayList<LeadEvent>();
    switch (feedback.kind()) {
      case REJECTED -> {
        return reject(entry, feedback);
      }
      case SENT -> told.addAll(confirm(entry, feedback, again));
      case DELIVERED, BOUNCED, REFUSED, BOUNCED_FOR_GOOD, COMPLAINED, UNSUBSCRIBED -> {
        told.addAll(confirm(entry, feedback, again));
        told.add(event(feedback));
      }
    }
    if (!told.isEmpty() && !entry.internal()) {
      events.send(told);
    }
    return entry;
  }

  private static LeadEvent event(MailFeedback feedback) {
    var send = feedback.sendId();
    var address = feedback.addresses().isEmpty() ? null : feedback.addresses().getFirst();
    return switch (feedback.kind()) {
      case DELIVERED -> MailEvents.about(feedback, new MailDelivered(send));
      case BOUNCED -> MailEvents.about(feedback, new MailBounced(send, false, address));
      case REFUSED -> MailEvents.about(feedback, new MailBounced(send, false));
      case BOUNCED_FOR_GOOD -> MailEvents.about(feedback, new MailBounced(send, true, address));
      case COMPLAINED -> MailEvents.about(feedback, new MailComplained(send, address));
      case UNSUBSCRIBED -> MailEvents.about(feedback, new Unsubscribed(send, null));
      case SENT, REJECTED -> throw new IllegalArgumentException("no event of its own");
    };
  }

  // Whatever the provider tells of a mail that is not settled yet proves that it was sent.
  private List<LeadEvent> confirm(Entry entry, MailFeedback feedback, boolean again) {
    return switch (entry.state()) {
      case CLAIMED, UNKNOWN, WAITING -> {
        var sent = entry.in(State.SENT, feedback.messageId(), null, feedback.at());
        if (!ledger.settle(sent, State.UNKNOWN) && !ledger.settle(sent, State.CLAIMED)) {
          ledger.settle(sent, State.WAITING);
        }
        yield List.of(MailEvents.sent(sent));
      }
      case SENT -> again ? List.of(MailEvents.sent(entry)) : List.of();
      case SKIPPED -> List.of();
    };
  }

  private Entry reject(Entry entry, MailFeedback feedback) {
    var refused = entry.refused(feedback.messageId(), feedback.reason(), feedback.at());
    ledger.settle(refused, entry.state());
    return refused;
  }
}
