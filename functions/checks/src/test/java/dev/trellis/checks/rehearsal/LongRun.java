package dev.trellis.checks.rehearsal;

import module java.base;

import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.memory.StandingClock;
import dev.trellis.rehearsal.Entrance;
import dev.trellis.rehearsal.Part;
import dev.trellis.rehearsal.Performance;
import dev.trellis.rehearsal.Postbox.Sent;
import dev.trellis.rehearsal.Watch.Asked;

/**
 * Some leads who shared a world and went through a journey while things broke.
 *
 * @param crashes how often the machine stopped
 * @param duplicates messages that came twice
 * @param lostAnswers mails that the provider took without our hearing of it
 */
record LongRun(List<Life> lives, int crashes, int duplicates, int lostAnswers) {

  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final Instant END = START.plus(Duration.ofDays(15 * 7));

  /** Whoever watches a queue brings back what was tried too often. */
  private static final int TRIES = 10_000;

  /**
   * One lead's fifteen weeks.
   *
   * @param due what journeys asked for
   * @param waiting ids of sends whose message is still in the queue
   * @param taken what the provider took
   * @param unsubscribed when the lead was told so, or null
   */
  record Life(
      String lead,
      List<Asked> due,
      List<Entry> ledger,
      Set<String> waiting,
      List<Sent> taken,
      Instant unsubscribed) {}

  /**
   * @param first number of the first lead, which is the seed as well
   */
  static LongRun play(Playbook playbook, int first, int leads) {
    var ports = new FaultyPorts(first);
    var clock = new StandingClock(START);
    var performance = new Performance(playbook, clock, TRIES, ports);
    var entrance = new Entrance("high-value", playbook);
    for (int number = first; number < first + leads; number++) {
      var part = new Part(number, Optional.empty(), playbook);
      performance.enters(part, entrance.events(part, START));
    }
    performance.run(() -> clock.instant().isAfter(END));
    return new LongRun(
        lives(performance), ports.crashes(), ports.duplicates(), ports.lostAnswers());
  }

  private static List<Life> lives(Performance performance) {
    var pipeline = performance.pipeline();
    var due = pipeline.watch().asked().stream().collect(Collectors.groupingBy(Asked::lead));
    var taken = performance.taken().stream().collect(Collectors.groupingBy(Sent::lead));
    var waiting =
        pipeline.mailsDue().stream()
            .collect(
                Collectors.groupingBy(
                    MailDue::lead, Collectors.mapping(MailDue::sendId, Collectors.toSet())));
    return pipeline.tables().leads().stream()
        .map(LeadRecord::lead)
        .map(lead ->
            new Life(
                lead,
                due.getOrDefault(lead, List.of()),
                pipeline.tables().mails(lead),
                waiting.getOrDefault(lead, Set.of()),
                taken.getOrDefault(lead, List.of()),
                performance.unsubscribed().get(lead)))
        .toList();
  }
}
