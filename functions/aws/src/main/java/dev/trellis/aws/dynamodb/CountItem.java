package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.port.WayIn;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many are in each pool and group: the sum of a number of items, of which each placement that
 * changes it takes any, in its own transaction. So none is hot, and none counts anything twice; one
 * alone may well be below zero. And how often each way in was taken, in all and by day, in fewer
 * partitions, each of which is read at once: an item of a day has a number for each way.
 */
final class CountItem {

  /** Enough that ten who place leads all the time are rarely in each other's way. */
  static final int SHARDS = 32;

  /** Of ways in: so that thirty days of all are few requests. */
  static final int WAY_SHARDS = 8;

  private static final String WAYS = "ways#";
  private static final String IN_ALL = "total";
  private static final String WAY = "w:";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PARTITION = "counts#";
  private static final String POOL = "p:";
  private static final String GROUP = "g:";

  private CountItem() {}

  static List<Item> keys() {
    return IntStream.range(0, SHARDS).mapToObj(CountItem::key).toList();
  }

  /** One of them, another each time: who was in somebody's way is not so again. */
  static Item any() {
    return key(RANDOM.nextInt(SHARDS));
  }

  private static Item key(int shard) {
    return LeadsTable.key(PARTITION + shard, "counts");
  }

  static Guarded adding(Headcount change) {
    return new Guarded(adding(attributes(change)), null);
  }

  /** Adds to numbers of an item, by the names of its attributes. */
  static Change adding(SortedMap<String, Long> change) {
    var names = new TreeMap<String, String>();
    var values = new TreeMap<String, AttributeValue>();
    var parts = new ArrayList<String>();
    change.forEach((name, by) -> {
      var mark = "c" + parts.size();
      names.put("#" + mark, name);
      values.put(":" + mark, Guarded.n(by));
      parts.add("#%s :%s".formatted(mark, mark));
    });
    return new Change("ADD " + String.join(", ", parts), names, values);
  }

  private static SortedMap<String, Long> attributes(Headcount change) {
    var all = new TreeMap<String, Long>();
    change.pools().forEach((pool, by) -> all.put(POOL + pool, by));
    change.groups().forEach((group, by) -> all.put(GROUP + group, by));
    return all;
  }

  static Headcount read(Item item) {
    return new Headcount(numbers(item, POOL), numbers(item, GROUP));
  }

  static Stream<Item> wayPartitions() {
    return IntStream.range(0, WAY_SHARDS).mapToObj(shard -> LeadsTable.partition(WAYS + shard));
  }

  // Not in the transaction that appends: a burst by one form would stand in its own way. Who dies
  // in between counts one less.
  static void count(Table leads, WayIn taken) {
    var one = adding(new TreeMap<>(Map.of(WAY + taken.way(), 1L)));
    var shard = WAYS + RANDOM.nextInt(WAY_SHARDS);
    leads.update(LeadsTable.key(shard, taken.day().toString()), one, Guard.NONE);
    leads.update(LeadsTable.key(shard, IN_ALL), one, Guard.NONE);
  }

  /** How often each way was taken, in all and on the days since that one. */
  static WayIn.Counts ways(Table leads, LocalDate since) {
    return wayPartitions()
        .flatMap(shard -> leads.lately(shard, LeadsTable.ITEM, since.toString(), IN_ALL).stream())
        .map(CountItem::ways)
        .reduce(WayIn.Counts.NONE, WayIn.Counts::plus);
  }

  private static WayIn.Counts ways(Item item) {
    var numbers = numbers(item, WAY);
    return LeadsTable.is(item, IN_ALL)
        ? new WayIn.Counts(numbers, Collections.emptySortedMap())
        : new WayIn.Counts(
            Collections.emptySortedMap(),
            new TreeMap<>(Map.of(LocalDate.parse(item.text(LeadsTable.ITEM)), numbers)));
  }

  private static SortedMap<String, Long> numbers(Item item, String kind) {
    var numbers = new TreeMap<String, Long>();
    item.attributes().keySet().stream()
        .filter(name -> name.startsWith(kind) && item.number(name) != 0)
        .forEach(name -> numbers.put(name.substring(kind.length()), item.number(name)));
    return numbers;
  }
}
