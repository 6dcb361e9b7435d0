package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.port.Timers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Timers in DynamoDB, in buckets of one hour, each spread over four partitions: looking for what is
 * due reads the hours of the span and nothing else.
 */
public final class DynamoDbTimers implements Timers {

  private static final String BUCKET = "bucket";
  private static final String TIMER = "timer";
  private static final String AT = "at";
  private static final String CURSOR = "cursor";
  private static final int SHARDS = 4;
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration FIRST_LOOK_BACK = Duration.ofDays(2);

  private final Table timers;

  public DynamoDbTimers(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public void set(String owner, String lead, Instant dueAt) {
    var due = ceiling(dueAt);
    var shard = Math.floorMod(lead.hashCode(), SHARDS);
    var item =
        bucket(owner, due, shard)
            .text(TIMER, SortableTime.millis(due) + "#" + lead)
            .text("lead", lead)
            .text(AT, SortableTime.millis(due))
            .number("expiresAt", due.plus(KEPT).getEpochSecond());
    timers.put(item, Guard.NONE);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A cursor that never moved says nothing about the past: from {@code Instant.EPOCH} or before,
   * it looks back two days and no further. Any other span is read as a whole, however long.
   */
  @Override
  public List<Timer> due(String owner, Instant from, Instant to) {
    var start = from.isAfter(Instant.EPOCH) ? from : to.minus(FIRST_LOOK_BACK);
    if (start.isAfter(to)) {
      return List.of();
    }
    var due = new ArrayList<Timer>();
    var after = end(start);
    var until = end(to);
    for (var hour = start.truncatedTo(ChronoUnit.HOURS);
        !hour.isAfter(to);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      for (int shard = 0; shard < SHARDS; shard++) {
        for (var item : timers.between(bucket(owner, hour, shard), TIMER, after, until)) {
          due.add(new Timer(item.text("lead"), Instant.parse(item.text(AT))));
        }
      }
    }
    due.sort(Comparator.comparing(Timer::dueAt).thenComparing(Timer::lead));
    return List.copyOf(due);
  }

  @Override
  public Instant cursor(String owner) {
    return timers.get(cursorKey(owner)).map(i -> Instant.parse(i.text(AT))).orElse(Instant.EPOCH);
  }

  @Override
  public void moveCursor(String owner, Instant to) {
    timers.put(cursorKey(owner).text(AT, to.toString()), Guard.NONE);
  }

  private static Item bucket(String owner, Instant at, int shard) {
    return Item.EMPTY.text(BUCKET, owner + "#" + SortableTime.hour(at) + "#" + shard);
  }

  private static Item cursorKey(String owner) {
    return Item.EMPTY.text(BUCKET, CURSOR + "#" + owner).text(TIMER, CURSOR);
  }

  /** Just behind all timers of this instant: {@code $} follows the {@code #} in their keys. */
  private static String end(Instant at) {
    return SortableTime.millis(at) + "$";
  }

  /** The first whole millisecond that is not before the instant: a timer is never early. */
  private static Instant ceiling(Instant at) {
    var floor = at.truncatedTo(ChronoUnit.MILLIS);
    return floor.equals(at) ? at : floor.plusMillis(1);
  }
}
