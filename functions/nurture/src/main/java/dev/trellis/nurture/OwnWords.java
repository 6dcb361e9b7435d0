package dev.trellis.nurture;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.Corrected;
import dev.trellis.core.event.Happening.DataAsked;
import dev.trellis.core.event.Happening.Wanted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.ToldValues;
import dev.trellis.core.playbook.ToldValues.Accepted;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.nurture.mail.UnsubscribeLinks.Link;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What people say and ask about themselves behind a link of a mail, if the mailbox that it went to
 * is one of the lead's own: who they are, which is proven then, and that they want a copy of their
 * data or to be forgotten. Both are done by a person, since mails are forwarded, and what is erased
 * does not come back. That a number is theirs is not shown by having a mailbox: it finds nobody.
 */
record OwnWords(MessageQueue<LeadEvent> events, Playbook playbook, InstantSource clock) {

  static final String DETAILS = "details";
  static final String ASK = "ask";

  static boolean isIn(Posted posted) {
    return posted.has(DETAILS) || Wanted.of(posted.value(ASK)).isPresent();
  }

  /** The answer to such a form; empty if it is another one, or the mailbox is nobody's own. */
  Optional<Response> answer(Posted posted, Mailbox mailbox, Link link, PreferencePage page) {
    if (mailbox.name().isEmpty()) {
      return Optional.empty();
    } else if (posted.has(DETAILS)) {
      return Optional.of(
          correct(DetailsForm.read(posted, new ToldValues(playbook)), mailbox, link, page));
    }
    return Optional.of(posted.value(ASK))
        .flatMap(Wanted::of)
        .map(wanted -> {
          tell(mailbox, link, new DataAsked(link.sendId(), wanted));
          return page.asked(wanted);
        });
  }

  private Response correct(DetailsForm form, Mailbox mailbox, Link link, PreferencePage page) {
    if (form.accepted().isEmpty()) {
      return page.refused(form);
    }
    tell(mailbox, link, form.accepted().get());
    return page.corrected();
  }

  private void tell(Mailbox mailbox, Link link, Accepted told) {
    var event = event(mailbox, link, new Corrected(link.sendId(), told.values()));
    event = event.naming(told.names());
    for (var field : told.values().keySet()) {
      event = event.proving(field, Proof.HELD);
    }
    events.send(event);
  }

  private void tell(Mailbox mailbox, Link link, Happening happening) {
    events.send(event(mailbox, link, happening));
  }

  private LeadEvent event(Mailbox mailbox, Link link, Happening happening) {
    var now = clock.instant();
    var what = happening.getClass().getSimpleName() + " " + now;
    return mailbox.proven(MailEvents.about(link.lead(), what, link.sendId(), now, happening));
  }
}
