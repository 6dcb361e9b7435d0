package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.aws.SideBySide;
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
  private static final List<Integer> ALL_SHARDS = List.of(0, 1, 2, 3);

  /** Of these are so many read, told and forgotten at a time. */
  private static final int PAGE = 2_000;

  /** So many hours are looked through for a page, however few timers there are. */
  private static final Duration MOST_HOURS = Duration.ofDays(2);

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration FIRST_LOOK_BACK = Duration.ofDays(2);

  private final Table timers;

  public DynamoDbTimers(DynamoDbClient client, String timersTable) {
    this.timers = new Table(client, timersTable);
  }

  @Override
  public void set(String owner, String lead, Instant dueAt) {
    var due = ceiling(dueAt);
    var item =
        key(owner, lead, due)
            .text("lead", lead)
            .text(AT, SortableTime.millis(due))
            .number("expiresAt", due.plus(KEPT).getEpochSecond());
    timers.put(item, Guard.NONE);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A cursor that never moved says nothing about the past: from {@code Instant.EPOCH} or before,
   * it looks back two days and no further.
   */
  @Override
  public Page due(String owner, Instant from, Instant to) {
    var start = from.isAfter(Instant.EPOCH) ? from : to.minus(FIRST_LOOK_BACK);
    var due = new ArrayList<Timer>();
    var upTo = start.isAfter(to) ? to : start;
    var last = start.truncatedTo(ChronoUnit.HOURS).plus(MOST_HOURS);
    while (upTo.isBefore(to) && upTo.isBefore(last) && due.size() < PAGE) {
      var hour = upTo.plusMillis(1).truncatedTo(ChronoUnit.HOURS);
      var shards =
          SideBySide.ask(
              ALL_SHARDS,
              shard ->
                  timers.page(
                      bucket(owner, hour, shard), TIMER, end(start), end(to), PAGE / SHARDS));
      shards.forEach(shard -> shard.items().forEach(item -> due.add(timer(item))));
      var isFull = shards.stream().filter(Table.Page::isFull).toList();
      if (!isFull.isEmpty()) {
        upTo = isFull.stream().map(DynamoDbTimers::before).min(Comparator.naturalOrder()).get();
        break;
      }
      upTo = earlier(to, hour.plus(1, ChronoUnit.HOURS).minusMillis(1));
    }
    due.sort(Comparator.comparing(Timer::dueAt).thenComparing(Timer::lead));
    return new Page(List.copyOf(due), upTo);
  }

  @Override
  public void forget(String owner, List<Timer> told) {
    timers.deleteAll(told.stream().map(timer -> key(owner, timer.lead(), timer.dueAt())).toList());
  }

  @Override
  public Instant cursor(String owner) {
    return timers.get(cursorKey(owner)).map(i -> Instant.parse(i.text(AT))).orElse(Instant.EPOCH);
  }

  @Override
  public void moveCursor(String owner, Instant to) {
    timers.put(cursorKey(owner).text(AT, to.toString()), Guard.NONE);
  }

  private static Item key(String owner, String lead, Instant due) {
    return bucket(owner, due, Math.floorMod(lead.hashCode(), SHARDS))
        .text(TIMER, SortableTime.millis(due) + "#" + lead);
  }

  private static Timer timer(Item item) {
    return new Timer(item.text("lead"), Instant.parse(item.text(AT)));
  }

  /** Of the last instant there may be more than stand in the page. */
  private static Instant before(Table.Page full) {
    return timer(full.items().getLast()).dueAt().minusMillis(1);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
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
