package dev.trellis.local.time;

import module java.base;

import dev.trellis.aws.dynamodb.DynamoDbTimers;
import dev.trellis.core.port.Timers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The timetable that the functions' timers make. */
public final class TimersTable implements Timetable {

  private static final String CURSOR = "cursor#";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DynamoDbClient client;
  private final String table;
  private final Timers timers;

  public TimersTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.timers = new DynamoDbTimers(client, table);
  }

  @Override
  public Optional<Instant> next(Instant after, Instant until) {
    return items()
        .filter(item -> item.containsKey("lead"))
        .map(item -> Instant.parse(item.get("at").s()))
        .filter(at -> at.isAfter(after) && !at.isAfter(until))
        .min(Instant::compareTo);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Only for owners whose last tick succeeded: what a failed one left must still be found.
   */
  @Override
  public void nothingBetween(Instant after, Instant until) {
    var lastTick = until.minus(MINUTE);
    if (lastTick.isAfter(after)) {
      for (var owner : owners()) {
        if (!timers.cursor(owner).isBefore(after)) {
          timers.moveCursor(owner, lastTick);
        }
      }
    }
  }

  private List<String> owners() {
    var owners = new ArrayList<String>();
    items()
        .map(TimersTable::bucket)
        .filter(bucket -> bucket.startsWith(CURSOR))
        .forEach(bucket -> owners.add(bucket.substring(CURSOR.length())));
    return owners;
  }

  private java.util.stream.Stream<Map<String, AttributeValue>> items() {
    return client.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().stream();
  }

  private static String bucket(Map<String, AttributeValue> item) {
    return item.get("bucket").s();
  }
}
