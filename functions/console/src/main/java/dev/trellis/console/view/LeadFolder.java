package dev.trellis.console.view;

import dev.trellis.console.view.LeadItems.Partition;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Portrait;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Everything that is stored about one lead and those it absorbed, oldest first. */
public record LeadFolder(Partition partition, Portrait portrait) {

  public SortedSet<String> absorbed() {
    return partition.lead().absorbed();
  }

  public List<LeadEvent> log() {
    return sorted("event#", LeadEvent.class, LeadEvent::occurredAt);
  }

  public List<Move> moves() {
    return sorted("move#", Move.class, Move::at);
  }

  public List<Enrollment> enrollments() {
    return sorted("journey#", Enrollment.class, Enrollment::startedAt);
  }

  public List<MailLedger.Entry> mails() {
    return sorted("mail#", MailLedger.Entry.class, MailLedger.Entry::at);
  }

  public List<HandoffLedger.Entry> handoffs() {
    return sorted("handoff#", HandoffLedger.Entry.class, HandoffLedger.Entry::at);
  }

  /** Where the lead stands; empty until it was placed for the first time. */
  public Optional<Position> position() {
    return partition.position();
  }

  /** The enrollment that time moves on next. */
  public Optional<Enrollment> nextDue() {
    return enrollments().stream()
        .filter(e -> e.active() && e.dueAt() != null)
        .min(Comparator.comparing(Enrollment::dueAt));
  }

  /** True if what the mail was about was read since. */
  public boolean isRead(MailLedger.Entry entry) {
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
