package dev.trellis.aws.dynamodb;

import module java.base;

import dev.trellis.core.lifecycle.Headcount;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many are in each pool and group: the sum of a number of items, of which each placement that
 * changes it takes any, in its own transaction. So none is hot, and none counts anything twice; one
 * alone may well be below zero.
 */
final class CountItem {

  /** Enough that ten who place leads all the time are rarely in each other's way. */
  static final int SHARDS = 32;

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
    var names = new TreeMap<String, String>();
    var values = new TreeMap<String, AttributeValue>();
    var parts = new ArrayList<String>();
    attributes(change)
        .forEach((name, by) -> {
          var mark = "c" + parts.size();
          names.put("#" + mark, name);
          values.put(":" + mark, Guarded.n(by));
          parts.add("#%s :%s".formatted(mark, mark));
        });
    return new Guarded(new Change("ADD " + String.join(", ", parts), names, values), null);
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

  private static SortedMap<String, Long> numbers(Item item, String kind) {
    var numbers = new TreeMap<String, Long>();
    item.attributes().keySet().stream()
        .filter(name -> name.startsWith(kind) && item.number(name) != 0)
        .forEach(name -> numbers.put(name.substring(kind.length()), item.number(name)));
    return numbers;
  }
}
