package dev.trellis.checks.mail;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.message.MailDue;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.local.emulator.KeptMail;
import dev.trellis.local.emulator.SesDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Crowds of mails on bad days of SES. A build runs a hundredth; {@code -Dcrowd=1} the whole of it.
 */
class BadDaysTest {

  private static final int PART = Integer.getInteger("crowd", 100);
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  @TempDir private Path folder;

  @Test
  void aDayWithoutQuotaLosesNothingAndAsksHardlyAnything() throws IOException {
    int many = 50_000 / PART;
    try (var office = PostOffice.hurried(folder)) {
      var due = office.due(many);
      office.ses.allow(many / 300.0); // all of them in five minutes
      office.ses.begin(SesDay.NO_QUOTA);
      office.dispatch(due);
      office.minutes(MINUTES_OF_A_DAY - 1);

      assertThat(office.ledger(due))
          .hasSize(many)
          .allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo(State.WAITING);
            assertThat(entry.reason()).isEqualTo("daily-quota");
          });
      assertThat(office.line.count()).isEqualTo(many);
      assertThat(office.wakes).as("one tries the way each ten minutes").isLessThanOrEqualTo(145);

      office.ses.begin(SesDay.GOOD);
      office.minutes(20);
      areSentOnce(office, due);
      assertThat(office.wakes).isLessThanOrEqualTo(145 + many);
    }
  }

  @Test
  void ofAThrottledMorningEveryMailIsSentOnce() throws IOException {
    int many = Math.max(3_117 / PART, 300); // fewer would say little of thirty percent
    try (var office = PostOffice.paced(folder)) {
      var due = office.due(many);
      office.ses.begin(SesDay.THROTTLED);
      office.dispatch(due);
      office.minutes(10);
      areSentOnce(office, due);
    }
  }

  private static void areSentOnce(PostOffice office, List<MailDue> due) {
    assertThat(office.deadLetters).isEmpty();
    assertThat(office.ledger(due))
        .hasSameSizeAs(due)
        .extracting(Entry::state)
        .containsOnly(State.SENT);
    assertThat(office.archive.all())
        .extracting(mail -> mail.tags().get("sendId"))
        .containsExactlyInAnyOrderElementsOf(due.stream().map(MailDue::sendId).toList());
    assertThat(office.archive.all()).extracting(KeptMail::to).doesNotHaveDuplicates();
    assertThat(office.line.count()).isZero();
  }
}
