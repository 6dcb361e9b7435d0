package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.ConsentConfirmed;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.RecordImported;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Field;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.memory.StandingClock;
import dev.trellis.rehearsal.Pipeline;
import dev.trellis.rehearsal.Ports;
import dev.trellis.rehearsal.playtest.Playtest.Given;

/** One person's time with a playbook, passing as fast as it can. */
final class Playing {

  private final Playbook playbook;
  private final StandingClock clock;
  private final Pipeline pipeline;
  private int told;

  Playing(Playbook playbook, Instant begins) {
    this.playbook = playbook;
    this.clock = new StandingClock(begins);
    this.pipeline = new Pipeline(playbook, clock, 1, Ports.PLAIN, _ -> {});
  }

  /** Lets the time pass until then, with everything that comes due on the way. */
  void until(Instant then) {
    for (var next = next(then); next.isPresent(); next = next(then)) {
      clock.jump(next.get());
      work();
    }
    clock.jump(then);
    work();
  }

  private Optional<Instant> next(Instant limit) {
    return pipeline.next().filter(at -> at.isAfter(now()) && !at.isAfter(limit));
  }

  private void work() {
    pipeline.settle();
    pipeline.tick();
    pipeline.settle();
  }

  Instant now() {
    return clock.instant();
  }

  void happens(Given given) {
    var mail = mails().stream().filter(m -> !m.internal()).reduce((_, last) -> last);
    if (given.happening() instanceof Unsubscribed && mail.isPresent()) {
      pipeline.unsubscribe(mail.get().lead(), mail.get().sendId());
    } else if (given.happening() instanceof ConsentConfirmed) {
      confirms();
    } else {
      var event =
          new LeadEvent(
              LeadEvent.VERSION,
              "given-" + ++told,
              now(),
              given.happening() instanceof CrmChanged ? Channel.CRM : Channel.WEB,
              null,
              given.identities(),
              false,
              given.origin(),
              completed(given.happening()));
      pipeline.tell(isTyped(given.happening()) ? event : event.vouched());
    }
    work();
  }

  // What others tell than the person, we believe: files, the CRM, an SDR.
  private static boolean isTyped(Happening happening) {
    return !(happening instanceof CrmChanged
        || happening instanceof RecordImported
        || happening instanceof CallRecorded);
  }

  // Whoever got no such mail has no link to follow.
  private void confirms() {
    mails().stream()
        .filter(m -> playbook.mails().get(m.mail()).kind() == Kind.CONFIRMATION)
        .reduce((_, last) -> last)
        .ifPresent(m ->
            lead()
                .flatMap(l -> l.profile().told(Authority.INFERRED, Field.EMAIL))
                .ifPresent(email -> pipeline.confirm(m.lead(), m.sendId(), email.value())));
  }

  private Happening completed(Happening happening) {
    return happening instanceof CrmChanged said
        ? new CrmChanged(
            said.source(),
            handoffs().stream().reduce((_, last) -> last).map(h -> h.handoffId()).orElse(null),
            said.status(),
            said.reason(),
            said.stage(),
            said.actor(),
            said.values())
        : happening;
  }

  /** The person, as far as known; one lead, since a test knows one browser only. */
  Optional<LeadRecord> lead() {
    return pipeline.tables().leads().stream().filter(LeadRecord::isLiving).findFirst();
  }

  InMemoryTables tables() {
    return pipeline.tables();
  }

  /** Every mail that was sent, oldest first, alerts of our own among them. */
  List<Entry> mails() {
    return lead().map(l -> pipeline.tables().mails(l.lead())).orElse(List.of()).stream()
        .filter(m -> m.state() == State.SENT)
        .sorted(Comparator.comparing(Entry::at))
        .toList();
  }

  List<HandoffLedger.Entry> handoffs() {
    return lead().map(l -> pipeline.tables().handoffs(l.lead())).orElse(List.of()).stream()
        .sorted(Comparator.comparing(HandoffLedger.Entry::at))
        .toList();
  }
}
