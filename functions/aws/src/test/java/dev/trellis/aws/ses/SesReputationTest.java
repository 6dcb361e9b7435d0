package dev.trellis.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.aws.Environment;
import dev.trellis.core.port.Mailer.Quota;
import dev.trellis.core.port.Reputation.Counts;
import org.junit.jupiter.api.Test;

class SesReputationTest {

  private static final Instant NOW = Instant.parse("2026-03-05T08:00:00Z");

  @Test
  void countsTheLastDayAndAsManyBeforeAsItTakes() throws IOException {
    var points =
        point(Duration.ofDays(9), 5_000, 900, 9)
            + point(Duration.ofHours(30), 700, 7, 0)
            + point(Duration.ofDays(2), 400, 30, 1)
            + point(Duration.ofHours(2), 0, 3, 0)
            + point(Duration.ofHours(23), 100, 2, 1);
    assertThat(lately(points, Instant.EPOCH, 100)).isEqualTo(new Counts(100, 5, 1));
    assertThat(lately(points, Instant.EPOCH, 1_000)).isEqualTo(new Counts(1_200, 42, 2));
    assertThat(lately(points, NOW.minus(Duration.ofHours(3)), 1_000))
        .isEqualTo(new Counts(0, 3, 0));
  }

  @Test
  void theQuotaIsWhatSesSaysAndTheLeastAsLongAsItSaysNothing() throws IOException {
    var answer =
        "<GetSendQuotaResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">"
            + "<GetSendQuotaResult><SentLast24Hours>49990.0</SentLast24Hours>"
            + "<Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>"
            + "</GetSendQuotaResult></GetSendQuotaResponse>";
    try (var ses = new StandInSes(StandInSes.closing())) {
      var quota = new AccountQuota(SesClients.create(environment(ses)), Clock.systemUTC());
      assertThat(quota.now().perMinute()).isEqualTo(60);

      ses.treat(StandInSes.answering(200, answer));
      assertThat(quota.lately().perMinute()).as("asked a moment ago").isEqualTo(60);
      assertThat(quota.now()).isEqualTo(new Quota(14, 10));
      assertThat(quota.now().perMinute()).isEqualTo(10);
    }
  }

  private static Counts lately(String points, Instant since, int least) throws IOException {
    var answer =
        "<GetSendStatisticsResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">"
            + "<GetSendStatisticsResult><SendDataPoints>"
            + points
            + "</SendDataPoints></GetSendStatisticsResult></GetSendStatisticsResponse>";
    try (var ses = new StandInSes(StandInSes.answering(200, answer))) {
      var clock = Clock.fixed(NOW, ZoneOffset.UTC);
      return new SesReputation(SesClients.create(environment(ses)), clock).lately(since, least);
    }
  }

  private static Environment environment(StandInSes ses) {
    var variables =
        Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ENDPOINT_URL_SES", ses.url(),
            "AWS_ACCESS_KEY_ID", "test");
    return Environment.where(variables, Clock.systemUTC(), Environment::current);
  }

  private static String point(Duration ago, int sent, int bounces, int complaints) {
    return "<member><Timestamp>%s</Timestamp><DeliveryAttempts>%d</DeliveryAttempts>"
            .formatted(NOW.minus(ago), sent)
        + "<Bounces>%d</Bounces><Complaints>%d</Complaints><Rejects>0</Rejects></member>"
            .formatted(bounces, complaints);
  }
}
