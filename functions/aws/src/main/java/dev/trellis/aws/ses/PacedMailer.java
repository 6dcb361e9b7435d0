package dev.trellis.aws.ses;

import module java.base;

import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer;

/**
 * Sends no faster than the account may, all instances together, and asks again if SES says that it
 * was too fast after all: such a refusal is certain, so nothing is sent twice.
 */
public final class PacedMailer implements Mailer {

  /** Ten mails of a batch that wait as long as this still end before their function must. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private static final int MOST_TRIES = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Mailer mailer;
  private final Supplier<Quota> quota;
  private final int instances;
  private final double percent;
  private final Pauses pauses;
  private long nextAt;

  /**
   * @param quota as it was lately
   * @param instances how many send at the same time at most
   * @param percent of the account's rate, the rest of which is others'
   */
  PacedMailer(Mailer mailer, Supplier<Quota> quota, int instances, double percent, Pauses pauses) {
    this.mailer = mailer;
    this.quota = quota;
    this.instances = instances;
    this.percent = percent;
    this.pauses = pauses;
    this.nextAt = pauses.now();
  }

  /**
   * @param instances how many send at the same time at most
   * @param percent of the account's rate, the rest of which is others'
   */
  public static PacedMailer of(SesMailer mailer, int instances, double percent) {
    mailer.lately(); // so that the first mail need not ask
    return new PacedMailer(mailer, mailer::lately, instances, percent, Pauses.REAL);
  }

  @Override
  public Quota quota() {
    return mailer.quota().share(percent);
  }

  @Override
  public SendResult send(OutgoingMail mail) {
    SendResult result = new SendResult.TryAgain(Hindrance.SENDING_RATE, "its turn comes later");
    var latest = pauses.now() + LONGEST_WAIT.toNanos();
    for (int tries = 1; tries <= MOST_TRIES && takeTurn(latest); tries++) {
      result = mailer.send(mail);
      if (!isTooFast(result)) {
        return result;
      }
      nextAt += (long) (interval() * RANDOM.nextDouble(1, 1 << tries));
    }
    return result;
  }

  private static boolean isTooFast(SendResult result) {
    return result instanceof SendResult.TryAgain(Hindrance why, _) && why == Hindrance.SENDING_RATE;
  }

  private boolean takeTurn(long latest) {
    if (nextAt > latest) {
      return false;
    }
    var now = pauses.now();
    if (nextAt > now) {
      pauses.sleep(Duration.ofNanos(nextAt - now));
    }
    nextAt = Math.max(now, nextAt) + (long) interval();
    return true;
  }

  private double interval() {
    return (double) instances * quota.get().share(percent).interval().toNanos();
  }
}
