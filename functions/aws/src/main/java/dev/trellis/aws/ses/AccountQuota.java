package dev.trellis.aws.ses;

import module java.base;

import dev.trellis.core.port.Mailer.Quota;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;

/** What the account may send, asked from SES. */
final class AccountQuota {

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** SES lets no account send less. */
  private static final Quota LEAST = new Quota(1, Double.POSITIVE_INFINITY);

  private static final double UNLIMITED = -1;

  private final SesClient ses;
  private final Clock clock;
  private Quota known = LEAST;
  private Instant askedAt = Instant.MIN;

  AccountQuota(SesClient ses, Clock clock) {
    this.ses = ses;
    this.clock = clock;
  }

  /** As SES said within the last minutes. */
  Quota lately() {
    return clock.instant().isBefore(askedAt.plus(KEPT)) ? known : now();
  }

  /** As SES says now; without an answer, as it said last. */
  Quota now() {
    askedAt = clock.instant();
    try {
      var answer = ses.getSendQuota();
      var left = answer.max24HourSend() - answer.sentLast24Hours();
      known =
          new Quota(
              answer.maxSendRate(),
              answer.max24HourSend() == UNLIMITED ? Double.POSITIVE_INFINITY : left);
    } catch (SdkException e) {
      // One mail a second can do no harm until SES answers; what is wrong, sending says itself.
    }
    return known;
  }
}
