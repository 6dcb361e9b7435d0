package dev.trellis.console.view;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.lifecycle.GroupStay;
import dev.trellis.core.lifecycle.Move;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Claim;

/**
 * Everything that is stored about one lead and those it absorbed, oldest first.
 *
 * @param gone who may have been the same person, and was erased since
 */
public record LeadFolder(LeadFile file, Portrait portrait, Set<String> gone) {

  public LeadFolder(LeadFile file, Portrait portrait) {
    this(file, portrait, Set.of());
  }

  /** A lead without what is stored beside it. */
  static LeadFolder of(LeadRecord lead, Portrait portrait) {
    return new LeadFolder(new LeadFile(LeadFile.Part.alone(lead), List.of()), portrait);
  }

  public String id() {
    return portrait.lead();
  }

  public SortedSet<String> absorbed() {
    return file.lead().absorbed();
  }

  /** What happened, oldest first: all of it, or the newest of a long log. */
  public List<LeadEvent> log() {
    return file.events();
  }

  /** False if more happened, before. */
  public boolean isWhole() {
    return file.isWhole();
  }

  public List<Move> moves() {
    return file.moves();
  }

  public List<GroupStay> stays() {
    return file.stays();
  }

  public List<Enrollment> enrollments() {
    return file.enrollments();
  }

  public List<MailLedger.Entry> mails() {
    return file.mails();
  }

  public List<HandoffLedger.Entry> handoffs() {
    return file.handoffs();
  }

  /** What was claimed and nobody decided on, newest first. */
  public List<Claim> openClaims() {
    return file.lead().openClaims().stream()
        .filter(claim -> !gone.contains(claim.other()))
        .toList();
  }

  /** Where the lead stands; empty until it was placed for the first time. */
  public Optional<Position> position() {
    return file.position();
  }

  /** The enrollment that time moves on next. */
  public Optional<Enrollment> nextDue() {
    return enrollments().stream()
        .filter(e -> e.active() && e.dueAt() != null)
        .min(Comparator.comparing(Enrollment::dueAt));
  }

  /** The last mail that went to the person itself. */
  Optional<MailLedger.Entry> lastSent() {
    return mails().stream()
        .filter(entry -> entry.state() == MailLedger.State.SENT && !entry.internal())
        .reduce((_, later) -> later);
  }

  /** True if what the mail was about was read since. */
  public boolean isRead(MailLedger.Entry entry) {
    var reads =
        entry.content() == null ? null : portrait.profile().countedReads().get(entry.content());
    return reads != null && !reads.last().isBefore(entry.at());
  }
}
