package dev.trellis.aws.dynamodb;

import dev.trellis.core.port.Suppressions;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Suppressed addresses in DynamoDB. */
public final class DynamoDbSuppressions implements Suppressions {

  static final String ADDRESS = "address";
  static final String REASON = "reason";
  private static final String SINCE = "since";

  private final Table suppressions;

  public DynamoDbSuppressions(DynamoDbClient client, String suppressionsTable) {
    this.suppressions = new Table(client, suppressionsTable);
  }

  /** Adds a suppression, unless one as strong stands there: {@link Reason} goes by strength. */
  @Override
  public void add(String suppressionKey, Suppression suppression) {
    var item =
        key(suppressionKey)
            .text(REASON, suppression.reason().name())
            .text(SINCE, suppression.since().toString());
    var guard = Guard.absent(ADDRESS);
    for (var weaker : Reason.values()) {
      if (weaker.compareTo(suppression.reason()) < 0) {
        guard = guard.or(REASON, weaker.name());
      }
    }
    suppressions.put(item, guard);
  }

  @Override
  public void lift(String suppressionKey, Reason reason, Instant before) {
    find(suppressionKey)
        .filter(found -> found.reason() == reason && found.since().isBefore(before))
        .ifPresent(found ->
            suppressions.delete(
                key(suppressionKey),
                Guard.is(REASON, reason.name()).and(SINCE, found.since().toString())));
  }

  @Override
  public Optional<Suppression> find(String suppressionKey) {
    return suppressions
        .get(key(suppressionKey))
        .map(item ->
            new Suppression(Reason.valueOf(item.text(REASON)), Instant.parse(item.text(SINCE))));
  }

  /** Key of the table: a keyed hash of an address. */
  static Item key(String suppressionKey) {
    return Item.EMPTY.text(ADDRESS, suppressionKey);
  }
}
