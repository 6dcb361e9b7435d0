package dev.trellis.aws.dynamodb;

import dev.trellis.core.port.Suppressions;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Suppressed addresses in DynamoDB. */
public final class DynamoDbSuppressions implements Suppressions {

  private final Table suppressions;

  public DynamoDbSuppressions(DynamoDbClient client, String suppressionsTable) {
    this.suppressions = new Table(client, suppressionsTable);
  }

  /** Adds a suppression, unless one as strong stands there: {@link Reason} goes by strength. */
  @Override
  public void add(String suppressionKey, Suppression suppression) {
    var item =
        SuppressionItem.key(suppressionKey)
            .text(SuppressionItem.REASON, suppression.reason().name())
            .text(SuppressionItem.SINCE, suppression.since().toString());
    var guard = Guard.absent(SuppressionItem.ADDRESS);
    for (var weaker : Reason.values()) {
      if (weaker.compareTo(suppression.reason()) < 0) {
        guard = guard.or(SuppressionItem.REASON, weaker.name());
      }
    }
    suppressions.put(item, guard);
  }

  @Override
  public void lift(String suppressionKey, Reason reason) {
    suppressions.delete(
        SuppressionItem.key(suppressionKey), Guard.is(SuppressionItem.REASON, reason.name()));
  }

  @Override
  public Optional<Suppression> find(String suppressionKey) {
    return suppressions
        .get(SuppressionItem.key(suppressionKey))
        .map(item ->
            new Suppression(
                Reason.valueOf(item.text(SuppressionItem.REASON)),
                Instant.parse(item.text(SuppressionItem.SINCE))));
  }
}
