package dev.trellis.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.message.MailDue;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.memory.StandingClock;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole pipeline while its dispatcher is down from twenty to nine until eleven at night. */
class OutageTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant COMES = Instant.parse("2026-11-23T12:40:00Z");
  private static final Instant DUE = COMES.plus(Duration.ofDays(3));
  private static final Instant ELEVEN = Instant.parse("2026-11-26T15:00:00Z");
  private static final Instant EIGHT = Instant.parse("2026-11-27T00:00:00Z");

  /** As many as SQS makes before a message goes to the dead letters; here the last one throws. */
  private static final int TRIES = 5;

  @Test
  @Tag("R110")
  void aMailThatTheNightOvertookIsSentInTheMorningOnce() {
    var clock = new StandingClock(COMES);
    var performance = new Performance(PLAYBOOK, clock, TRIES, downUntilEleven(clock));
    var part = new Part(1, Optional.of(Persona.NEVER_READS), PLAYBOOK);
    performance.enters(part, new Entrance("high-value", PLAYBOOK).events(part, COMES));
    performance.run(() -> clock.instant().isAfter(EIGHT.plus(Duration.ofHours(1))));

    var tables = performance.pipeline().tables();
    var lead = tables.leads().getFirst().lead();
    assertThat(performance.pipeline().watch().asked())
        .filteredOn(asked -> asked.at().equals(DUE))
        .hasSize(1);
    assertThat(performance.taken())
        .filteredOn(mail -> mail.at().isAfter(COMES))
        .singleElement()
        .satisfies(mail -> assertThat(mail.at()).isEqualTo(EIGHT));
    assertThat(tables.mails(lead)).allMatch(entry -> entry.state() == State.SENT);
  }

  private static Ports downUntilEleven(StandingClock clock) {
    return new Ports() {
      @Override
      public <P> P port(Class<P> type, P port) {
        return port;
      }

      @Override
      public <M> MessageQueue<M> queue(String name, Line<M> line) {
        return messages ->
            messages.forEach(message -> {
              var now = clock.instant();
              var isLate = message instanceof MailDue && !now.isBefore(DUE) && now.isBefore(ELEVEN);
              line.send(message, isLate ? Duration.between(now, ELEVEN) : Duration.ZERO);
            });
      }
    };
  }
}
