package dev.trellis.local.playtest;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Playtest.Given;
import dev.trellis.core.port.HandoffLedger;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.memory.InMemoryTables;
import dev.trellis.nurture.AdvanceJourneys;
import dev.trellis.pools.ReviewLater;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One person's time with a playbook, passing as fast as it can. */
final class Playing extends Clock {

  private static final byte[] ONE_CLICK =
      "List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8);

  private final Bench bench;
  private Instant now;
  private int told;

  Playing(Playbook playbook, Instant begins) {
    this.now = begins;
    this.bench = new Bench(playbook, this);
  }

  /** Lets the time pass until then, with everything that comes due on the way. */
  void until(Instant then) {
    for (var next = nextTimer(then); next.isPresent(); next = nextTimer(then)) {
      now = next.get();
      bench.settle();
    }
    now = then;
    bench.settle();
  }

  private Optional<Instant> nextTimer(Instant limit) {
    return Stream.of(ReviewLater.OWNER, AdvanceJourneys.TIMERS)
        .flatMap(owner -> bench.tables.nextTimer(owner, now).stream())
        .filter(at -> !at.isAfter(limit))
        .min(Comparator.naturalOrder());
  }

  void happens(Given given) {
    var mail = mails().stream().filter(m -> !m.internal()).reduce((_, last) -> last);
    if (given.happening() instanceof Unsubscribed && mail.isPresent()) {
      unsubscribe(mail.get());
    } else {
      bench.events.send(
          List.of(
              new LeadEvent(
                  LeadEvent.VERSION,
                  "given-" + ++told,
                  now,
                  given.happening() instanceof CrmChanged ? Channel.CRM : Channel.WEB,
                  null,
                  given.identities(),
                  false,
                  given.origin(),
                  completed(given.happening()))));
    }
    bench.settle();
  }

  // By the link of the newest mail, as a mail program does it with one click.
  private void unsubscribe(Entry mail) {
    var token = bench.links.make(mail.lead(), mail.sendId(), now);
    bench.preferences.answer(
        new Request(
            "POST",
            "/u/" + token,
            Map.of("token", token),
            Map.of(),
            Map.of(),
            Map.of(),
            ONE_CLICK));
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
    return bench.tables.leads().stream().filter(LeadRecord::isLiving).findFirst();
  }

  InMemoryTables tables() {
    return bench.tables;
  }

  /** Every mail that was sent, oldest first, alerts of our own among them. */
  List<Entry> mails() {
    return lead().map(l -> bench.tables.mails(l.lead())).orElse(List.of()).stream()
        .filter(m -> m.state() == State.SENT)
        .sorted(Comparator.comparing(Entry::at))
        .toList();
  }

  List<HandoffLedger.Entry> handoffs() {
    return lead().map(l -> bench.tables.handoffs(l.lead())).orElse(List.of()).stream()
        .sorted(Comparator.comparing(HandoffLedger.Entry::at))
        .toList();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return InstantSource.fixed(now).withZone(zone);
  }
}
