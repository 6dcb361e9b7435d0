package dev.trellis.local.surface;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.local.surface.LeadItems.Partition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Everything that is stored about one lead and those it absorbed, oldest first. */
record LeadFolder(Partition partition, Portrait portrait) {

  SortedSet<String> absorbed() {
    return partition.lead().absorbed();
  }

  List<LeadEvent> log() {
    return sorted("event#", LeadEvent.class, LeadEvent::occurredAt);
  }

  List<Move> moves() {
    return sorted("move#", Move.class, Move::at);
  }

  List<Enrollment> enrollments() {
    return sorted("journey#", Enrollment.class, Enrollment::startedAt);
  }

  List<MailLedger.Entry> mails() {
    return sorted("mail#", MailLedger.Entry.class, MailLedger.Entry::at);
  }

  List<HandoffLedger.Entry> handoffs() {
    return sorted("handoff#", HandoffLedger.Entry.class, HandoffLedger.Entry::at);
  }

  /** Where the lead stands; empty until it was placed for the first time. */
  Optional<Position> position() {
    return partition.position();
  }

  /** The enrollment that time moves on next. */
  Optional<Enrollment> nextDue() {
    return enrollments().stream()
        .filter(e -> e.active() && e.dueAt() != null)
        .min(Comparator.comparing(Enrollment::dueAt));
  }

  /** True if what the mail was about was read since. */
  boolean isRead(MailLedger.Entry entry) {
    var reads =
        entry.content() == null ? null : portrait.profile().countedReads().get(entry.content());
    return reads != null && !reads.last().isBefore(entry.at());
  }

  private <T> List<T> sorted(String kind, Class<T> type, Function<T, Instant> at) {
    return partition.of(kind).stream()
        .map(d -> d.as(type))
        .sorted(Comparator.comparing(at))
        .toList();
  }
}
