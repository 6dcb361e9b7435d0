package dev.trellis.checks.rehearsal;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.local.rehearsal.Entrance;
import dev.trellis.local.rehearsal.JumpingClock;
import dev.trellis.local.rehearsal.Part;
import dev.trellis.local.rehearsal.Performance;
import dev.trellis.local.rehearsal.Postbox.Sent;
import dev.trellis.local.rehearsal.Watch.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Some leads who share a world go through a journey while things break. */
final class LongRun {

  private static final int TRIES = 10_000;
  static final Duration FIFTEEN_WEEKS = Duration.ofDays(15 * 7);
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private final FaultyPorts ports;
  private final Performance performance;

  /**
   * @param first number of the first lead, which is the seed as well
   */
  LongRun(Playbook playbook, int first, int leads) {
    ports = new FaultyPorts(first);
    var clock = new JumpingClock(START);
    performance = new Performance(playbook, clock, TRIES, ports);
    var entrance = new Entrance("high-value", playbook);
    for (int number = first; number < first + leads; number++) {
      var part = new Part(number, Optional.empty(), playbook);
      performance.enters(part, entrance.events(part, START));
    }
    performance.run(() -> clock.instant().isAfter(START.plus(FIFTEEN_WEEKS)));
  }

  FaultyPorts ports() {
    return ports;
  }

  /** One lead's fifteen weeks. */
  record Life(
      String lead, List<Asked> due, List<Entry> ledger, List<Sent> taken, Instant unsubscribed) {}

  List<Life> lives() {
    var due = performance.pipeline().watch().asked().stream().collect(Collectors.groupingBy(Asked::lead));
    var sent = performance.taken().stream().collect(Collectors.groupingBy(Sent::lead));
    var tables = performance.pipeline().tables();
    return tables.leads().stream()
        .map(lead -> lead.lead())
        .map(lead ->
            new Life(
                lead,
                due.getOrDefault(lead, List.of()),
                tables.mails(lead),
                sent.getOrDefault(lead, List.of()),
                performance.unsubscribed().get(lead)))
        .toList();
  }
}
