package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.WaitingMails;
import dev.trellis.core.port.WaitingMails.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line of waiting mails, which an installation has once, and its brake. */
abstract class WaitingMailsContract {

  private static final Instant NOON = Sample.NOON;

  private WaitingMails line;

  abstract Ports ports();

  @BeforeEach
  void nobodyWaits() {
    line = ports().waiting();
    line.remove(line.first(1_000, Instant.parse("2100-01-01T00:00:00Z")));
  }

  @Test
  void letsThemGoInTheirOrderAndNobodyBeforeItsTime() {
    var mails = IntStream.range(0, 40).mapToObj(i -> mail("L" + i % 3, "send-" + i, i)).toList();
    mails.reversed().forEach(line::add);
    line.add(mails.getFirst());

    assertThat(line.count()).isEqualTo(40);
    assertThat(line.first(3, NOON.plusSeconds(60))).isEqualTo(mails.subList(0, 3));
    assertThat(line.first(1_000, NOON.plusSeconds(9))).isEqualTo(mails.subList(0, 10));
    line.remove(mails.subList(0, 30));
    assertThat(line.first(1_000, NOON.plusSeconds(60))).isEqualTo(mails.subList(30, 40));
    assertThat(line.count()).isEqualTo(10);
  }

  @Test
  void remembersSinceWhenAMailWaitsHoweverOftenItIsPutBack() {
    var since = NOON.minus(Duration.ofHours(7));
    line.add(new Waiting("L1", "send", NOON, since));
    assertThat(line.first(1, NOON)).containsExactly(new Waiting("L1", "send", NOON, since));
    line.add(new Waiting("L1", "send", NOON, NOON));
    assertThat(line.first(9, NOON)).containsExactly(new Waiting("L1", "send", NOON, NOON));
    line.remove(line.first(9, NOON));
    assertThat(line.count()).isZero();
  }

  @Test
  void ofTwoWhoChangeTheBrakeTheSecondLosesAndLooksAgain() {
    var before = line.brake();
    var until = NOON.plusSeconds(600);
    var stopped = before.stopped(Hindrance.DAILY_QUOTA, until, NOON);
    assertThat(line.save(stopped)).isTrue();
    assertThat(line.save(before.open(840, NOON))).isFalse();

    assertThat(line.brake()).isEqualTo(stopped.nextVersion());
    assertThat(line.brake().holds(NOON)).isTrue();
    assertThat(line.brake().isTrying(until)).isTrue();

    assertThat(line.save(line.brake().open(840, until))).isTrue();
    assertThat(line.brake().why()).isNull();
    assertThat(line.brake().perMinute()).isEqualTo(840);
  }

  @Test
  void whatAPersonStoppedOnlyAPersonResumes() {
    line.save(line.brake().stopped(Hindrance.TOO_MANY_BOUNCES, null, NOON));
    assertThat(line.brake().holds(NOON.plus(Duration.ofDays(900)))).isTrue();

    line.save(line.brake().resumed(NOON));
    Brake resumed = line.brake();
    assertThat(resumed.holds(NOON)).isFalse();
    assertThat(resumed.resumedAt()).isEqualTo(NOON);
  }

  private static Waiting mail(String lead, String send, int second) {
    return new Waiting(lead, send, NOON.plusSeconds(second));
  }
}
