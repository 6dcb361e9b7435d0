package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.port.Brake;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Reputation;
import dev.trellis.core.port.WaitingMails;

/**
 * Stops all mail when more of it comes back than may, before the provider does it, who would not
 * let go again so soon. It looks only when something came back.
 */
public final class WatchReputation {

  /** Less is no measure: of ten mails, one complaint is ten percent. */
  private static final int LEAST_SENT = 1_000;

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final Reputation reputation;
  private final WaitingMails line;
  private final Limits limits;
  private final Clock clock;
  private final Consumer<Brake> stopped;
  private Instant lookedAt = Instant.MIN;

  /**
   * @param stopped is told when mails begin to be kept back
   */
  public WatchReputation(
      Reputation reputation,
      WaitingMails line,
      Limits limits,
      Clock clock,
      Consumer<Brake> stopped) {
    this.reputation = reputation;
    this.line = line;
    this.limits = limits;
    this.clock = clock;
    this.stopped = stopped;
  }

  /** How many of a hundred mails may come back, and how many may be complained about. */
  public record Limits(double bounces, double complaints) {}

  /** Looks at what came back lately, unless it just did. */
  public void look() {
    var now = clock.instant();
    if (now.isBefore(lookedAt.plus(BETWEEN_LOOKS))) {
      return;
    }
    var brake = line.brake();
    if (brake.why() != null && brake.until() == null) {
      return; // stopped already, until a person says otherwise
    }
    lookedAt = now;
    var since = Optional.ofNullable(brake.resumedAt()).orElse(Instant.EPOCH);
    var cameBack = reputation.lately(since, LEAST_SENT);
    var sent = Math.max(cameBack.sent(), LEAST_SENT);
    if (cameBack.complaints() * 100.0 > limits.complaints() * sent) {
      stop(brake.stopped(Hindrance.TOO_MANY_COMPLAINTS, null, now));
    } else if (cameBack.bounces() * 100.0 > limits.bounces() * sent) {
      stop(brake.stopped(Hindrance.TOO_MANY_BOUNCES, null, now));
    }
  }

  private void stop(Brake brake) {
    if (line.save(brake)) {
      stopped.accept(brake);
    } else {
      lookedAt = Instant.MIN; // a dispatcher wrote in between: the next that comes back looks again
    }
  }
}
