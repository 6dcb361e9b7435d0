package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.rehearsal.Part.Reaction;

/** What leads are going to do about the mails they got. */
public final class Agenda {

  private static final int SECONDS = 60;

  private final Playbook playbook;
  private final PriorityQueue<LeadEvent> events =
      new PriorityQueue<>(Comparator.comparing(LeadEvent::occurredAt).thenComparing(LeadEvent::id));

  public Agenda(Playbook playbook) {
    this.playbook = playbook;
  }

  /**
   * A mail came. Who reads mails at all confirms what they signed up for; what the person asked for
   * itself or our own people get is another matter.
   */
  public void came(Part part, Entry mail, Instant at) {
    if (playbook.mails().get(mail.mail()).kind() == Kind.CONFIRMATION) {
      if (part.reaction() instanceof Reaction.Reads(Duration after)) {
        add(mail, "confirmed", at.plus(after), new ConsentConfirmed(mail.sendId(), part.email()));
      }
    } else if (playbook.mails().get(mail.mail()).isPaced() && mail.content() != null) {
      switch (part.reaction()) {
        case Reaction.Reads(Duration after) -> add(mail, "read", at.plus(after), read(mail, at));
        case Reaction.Unsubscribes(Duration after) ->
            add(mail, "left", at.plus(after), new Unsubscribed(mail.sendId(), null));
        case Reaction.Nothing _ -> {}
      }
    }
  }

  /** When somebody does something next. */
  public Optional<Instant> next() {
    return Optional.ofNullable(events.peek()).map(LeadEvent::occurredAt);
  }

  /** Takes what is done up to and at an instant; empty if there is nothing more. */
  public Optional<LeadEvent> take(Instant now) {
    return next().filter(at -> !at.isAfter(now)).map(_ -> events.poll());
  }

  void add(LeadEvent event) {
    events.add(event);
  }

  private ContentRead read(Entry mail, Instant at) {
    var content = playbook.content(mail.content()).orElseThrow();
    return new ContentRead(content.id(), content.version(), SECONDS, mail.sendId(), at);
  }

  private void add(Entry mail, String what, Instant at, Happening happening) {
    var id = Ids.derived(mail.sendId(), what);
    events.add(LeadEvent.about(mail.lead(), id, at, Channel.MAIL, happening));
  }
}
