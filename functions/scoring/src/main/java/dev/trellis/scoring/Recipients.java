package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Mailing;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;

/**
 * Whose it is what comes of a mail that was sent while two people were taken for one (R17): it goes
 * by the lead that it was sent for, and after the split is whose mailbox it went to.
 */
record Recipients(LeadStore leads, People people) {

  /** The lead that an event is told of, or one split from it that had the mail. */
  LeadRecord of(LeadEvent event, LeadRecord told) {
    var mail = Mailing.of(event.happening());
    return told.apart().isEmpty() || mail.isEmpty() || had(mail.get(), told)
        ? told
        : told.apart().stream()
            .flatMap(other -> other(other, mail.get()).stream())
            .filter(other -> other.erasedAt() == null)
            .findFirst()
            .orElse(told);
  }

  private Optional<LeadRecord> other(String lead, Mailing mail) {
    return people
        .find(lead)
        .map(other -> people.survivor(other.lead()))
        .filter(other -> had(mail, other) || mail.mailbox() == null && wasTold(lead, mail));
  }

  private static boolean had(Mailing mail, LeadRecord lead) {
    return mail.wentToOneOf(lead.profile().identities());
  }

  private boolean wasTold(String lead, Mailing mail) {
    return leads.log(lead).stream()
        .map(logged -> logged.event().happening())
        .anyMatch(h -> h instanceof MailSent sent && sent.sendId().equals(mail.sendId()));
  }
}
