package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.message.HandoffDue;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.MailDue;
import dev.trellis.core.message.ProfileUpdated;
import dev.trellis.nurture.MailFeedback;

/** The queues between the use cases. */
record Queues(
    Line<LeadEvent> events,
    Line<ProfileUpdated> updates,
    Line<JourneySignal> signals,
    Line<MailDue> mails,
    Line<HandoffDue> handoffs,
    Line<MailFeedback> feedback) {

  static Queues empty(Clock clock, int tries) {
    return new Queues(
        new Line<>(clock, tries),
        new Line<>(clock, tries),
        new Line<>(clock, tries),
        new Line<>(clock, tries),
        new Line<>(clock, tries),
        new Line<>(clock, tries));
  }

  /** When the next message may be worked off. */
  Optional<Instant> next() {
    return Stream.of(events, updates, signals, mails, handoffs, feedback)
        .map(Line::next)
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
