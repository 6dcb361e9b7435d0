package dev.trellis.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Mailer.OutgoingMail;
import dev.trellis.core.port.Mailer.Quota;
import dev.trellis.core.port.Mailer.SendResult;
import org.junit.jupiter.api.Test;

class PacedMailerTest {

  private static final OutgoingMail MAIL =
      new OutgoingMail("news@example.com", "li.lei@example.cn", new byte[0], Map.of());
  private static final SendResult TOO_FAST =
      new SendResult.TryAgain(Hindrance.SENDING_RATE, "Throttling");

  private final Waiting pauses = new Waiting();
  private final Deque<SendResult> answers = new ArrayDeque<>();
  private int asked;

  @Test
  void twoInstancesTogetherSendAsManyASecondAsTheAccountMay() {
    var mailer = mailer(new Quota(14, 50_000), 2);
    for (int i = 0; i < 70; i++) {
      assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Accepted.class);
    }
    assertThat(pauses.passed()).isBetween(Duration.ofMillis(9_800), Duration.ofSeconds(10));
  }

  @Test
  void anAccountWithoutARateKeepsNobodyWaiting() {
    var mailer = mailer(Quota.UNLIMITED, 2);
    for (int i = 0; i < 70; i++) {
      mailer.send(MAIL);
    }
    assertThat(pauses.passed()).isZero();
  }

  @Test
  void whoeverWasTooFastWaitsAndAsksAgain() {
    answers.addAll(List.of(TOO_FAST, TOO_FAST));
    assertThat(mailer(new Quota(10, 100), 1).send(MAIL)).isInstanceOf(SendResult.Accepted.class);
    assertThat(asked).isEqualTo(3);
    assertThat(pauses.passed()).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void whoeverIsTooFastAgainAndAgainLetsTheMailWaitElsewhere() {
    answers.addAll(Collections.nCopies(9, TOO_FAST));
    assertThat(mailer(new Quota(10, 100), 1).send(MAIL)).isEqualTo(TOO_FAST);
    assertThat(asked).isEqualTo(5);
  }

  @Test
  void aTurnThatComesTooLateForTheFunctionIsNotWaitedFor() {
    var mailer = mailer(new Quota(1, 200), 10);
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Accepted.class);
    assertThat(mailer.send(MAIL))
        .isEqualTo(new SendResult.TryAgain(Hindrance.SENDING_RATE, "its turn comes later"));
    assertThat(pauses.passed()).isZero();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void anAccountThatMaySendNothingTriesOneMailAndNotTheNext() {
    var mailer = mailer(new Quota(0, 0), 10);
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.Accepted.class);
    assertThat(mailer.send(MAIL)).isInstanceOf(SendResult.TryAgain.class);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void twoStacksThatShareAnAccountTogetherSendAsManyAsItMay() {
    var mailer = mailer(new Quota(14, 50_000), 2, 50);
    for (int i = 0; i < 35; i++) {
      mailer.send(MAIL);
    }
    assertThat(pauses.passed()).isBetween(Duration.ofMillis(9_600), Duration.ofSeconds(10));
    assertThat(mailer.quota().perMinute()).as("of those that waited").isEqualTo(420);
  }

  private PacedMailer mailer(Quota quota, int instances) {
    return mailer(quota, instances, 100);
  }

  private PacedMailer mailer(Quota quota, int instances, double percent) {
    Mailer ses =
        new Mailer() {
          @Override
          public SendResult send(OutgoingMail mail) {
            asked++;
            return answers.isEmpty() ? new SendResult.Accepted("m-" + asked) : answers.poll();
          }

          @Override
          public Quota quota() {
            return quota;
          }
        };
    return new PacedMailer(ses, () -> quota, instances, percent, pauses);
  }

  /** Time that passes only while somebody waits. */
  private static final class Waiting implements Pauses {

    private long now;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void sleep(Duration duration) {
      now += duration.toNanos();
    }

    Duration passed() {
      return Duration.ofNanos(now);
    }
  }
}
