package dev.trellis.ops;

import module java.base;

import dev.trellis.core.journey.Effect;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Timers;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.nurture.HeldUp;
import dev.trellis.nurture.WakeMails;
import dev.trellis.pools.ReviewLater;

/** Sets the timers of a lead again, from what the lead's own items say is to come. */
final class RebuildTimers {

  private final Timers timers;
  private final WaitingMails line;
  private final InstantSource clock;

  RebuildTimers(Timers timers, WaitingMails line, InstantSource clock) {
    this.timers = timers;
    this.line = line;
    this.clock = clock;
  }

  void of(LeadFile.Part part) {
    var lead = part.lead().lead();
    var now = clock.instant();
    if (part.lead().erasedAt() == null) {
      queue(lead, part.mails(), now);
    }
    if (part.lead().isLiving()) {
      set(lead, part, now);
    }
  }

  // Mails are their lead's even when it is absorbed.
  private void queue(String lead, List<Entry> mails, Instant now) {
    var waiting = mails.stream().filter(mail -> mail.state() == State.WAITING).toList();
    if (!waiting.isEmpty()) {
      waiting.forEach(mail -> line.add(new Waiting(lead, mail.sendId(), now)));
      set(HeldUp.TIMERS, WakeMails.LINE, now, now);
    }
  }

  private void set(String lead, LeadFile.Part part, Instant now) {
    part.position()
        .map(position -> position.placement().reviewAt())
        .ifPresent(at -> set(ReviewLater.OWNER, lead, at, now));
    part.enrollments().stream()
        .filter(Enrollment::active)
        .map(Enrollment::dueAt)
        .filter(Objects::nonNull)
        .forEach(at -> set(AdvanceJourneys.TIMERS, lead, at, now));
    if (isHeldUp(part)) {
      set(HeldUp.TIMERS, lead, now, now);
    }
  }

  // A mail of which the ledger says nothing lay in the queue, or waits for its morning.
  private static boolean isHeldUp(LeadFile.Part part) {
    var known = part.mails().stream().map(Entry::sendId).collect(Collectors.toSet());
    return part.enrollments().stream()
        .flatMap(enrollment -> enrollment.effects().stream())
        .anyMatch(i -> i.effect() instanceof Effect.Send send && !known.contains(send.sendId()));
  }

  private void set(String owner, String lead, Instant dueAt, Instant now) {
    timers.set(owner, lead, Timers.ahead(dueAt, now));
  }
}
