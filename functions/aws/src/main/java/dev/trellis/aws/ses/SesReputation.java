package dev.trellis.aws.ses;

import module java.base;

import dev.trellis.core.port.Reputation;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendDataPoint;

/** What came back, as SES counts it for each quarter of an hour of the last two weeks. */
public final class SesReputation implements Reputation {

  private final SesClient ses;
  private final Clock clock;

  public SesReputation(SesClient ses, Clock clock) {
    this.ses = ses;
    this.clock = clock;
  }

  @Override
  public Counts lately(Instant since, int leastSent) {
    var dayAgo = clock.instant().minus(Duration.ofDays(1));
    var newestFirst =
        ses.getSendStatistics().sendDataPoints().stream()
            .filter(point -> point.timestamp().isAfter(since))
            .sorted(Comparator.comparing(SendDataPoint::timestamp).reversed())
            .toList();
    var counts = new Counts(0, 0, 0);
    for (var point : newestFirst) {
      if (point.timestamp().isBefore(dayAgo) && counts.sent() >= leastSent) {
        break;
      }
      counts =
          new Counts(
              counts.sent() + point.deliveryAttempts(),
              counts.bounces() + point.bounces(),
              counts.complaints() + point.complaints());
    }
    return counts;
  }
}
