package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Turn;
import dev.trellis.core.port.Attempt;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.MailLedger;
import dev.trellis.core.port.MailLedger.State;

/**
 * Takes a lead out of a journey: first it ends, so that it asks for nothing more, then what it
 * asked for and nobody has begun to send is not sent. Doing it again does the rest of it.
 */
public final class CancelJourney {

  private final EnrollmentStore store;
  private final PendingMails pending;
  private final Flows flows;

  /**
   * @param flows in which whoever is taken out is counted no more
   */
  public CancelJourney(EnrollmentStore store, MailLedger ledger, Flows flows, Clock clock) {
    this.store = store;
    this.flows = flows;
    this.pending = new PendingMails(ledger, clock);
  }

  /**
   * What became of one lead.
   *
   * @param ended true if the lead was under way
   * @param mails how many mails will not be sent
   */
  public record Cancelled(boolean ended, int mails) {}

  /**
   * Cancels the visits of a lead in a journey that began before an instant; their history stays.
   */
  public Cancelled cancel(String lead, String journey, Instant before) {
    for (var attempt = Attempt.first("the journeys of lead " + lead); ; attempt = attempt.next()) {
      var all =
          store.load(lead).filter(found -> found.lead().erasedAt() == null).stream()
              .flatMap(found -> found.enrollments().stream())
              .filter(enrollment -> enrollment.journey().equals(journey))
              .filter(enrollment -> enrollment.startedAt().isBefore(before))
              .toList();
      var underWay = all.stream().filter(Enrollment::isUnfinished).toList();
      if (underWay.stream().allMatch(enrollment -> end(lead, enrollment))) {
        int mails = 0;
        for (var enrollment : all) {
          mails += pending.settle(lead, enrollment, State.SKIPPED, Enrollment.CANCELLED);
        }
        return new Cancelled(!underWay.isEmpty(), mails);
      }
    }
  }

  private boolean end(String lead, Enrollment enrollment) {
    var ended = enrollment.cancelled();
    var isSaved = store.save(lead, ended);
    if (isSaved) {
      flows.add(Map.of(enrollment.journey(), Turn.of(enrollment, ended).flow()));
    }
    return isSaved;
  }
}
