package dev.trellis.core.lifecycle;

import module java.base;

/**
 * How the numbers of people in pools and groups change with one placement.
 *
 * @param pools by path; nobody is counted in the pools above as well
 */
public record Headcount(SortedMap<String, Long> pools, SortedMap<String, Long> groups) {

  /** Nobody. */
  public static final Headcount NONE = new Headcount(new TreeMap<>(), new TreeMap<>());

  public Headcount {
    pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /** From one position of a lead to the next. */
  public static Headcount between(Optional<Position> before, Optional<Position> after) {
    var pools = new TreeMap<String, Long>();
    var groups = new TreeMap<String, Long>();
    count(before, -1L, pools, groups);
    count(after, 1L, pools, groups);
    return new Headcount(pools, groups);
  }

  private static void count(
      Optional<Position> position, long by, Map<String, Long> pools, Map<String, Long> groups) {
    position
        .filter(Position::listed)
        .ifPresent(p -> {
          add(pools, p.placement().pool(), by);
          p.groups().keySet().forEach(group -> add(groups, group, by));
        });
  }

  // What comes to nothing is not there.
  private static void add(Map<String, Long> counts, String of, long by) {
    counts.merge(of, by, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
  }

  public boolean isNothing() {
    return pools.isEmpty() && groups.isEmpty();
  }

  /** The two together. */
  public Headcount plus(Headcount other) {
    var allPools = new TreeMap<>(pools);
    var allGroups = new TreeMap<>(groups);
    other.pools.forEach((pool, by) -> add(allPools, pool, by));
    other.groups.forEach((group, by) -> add(allGroups, group, by));
    return new Headcount(allPools, allGroups);
  }

  /** How many are in a pool or anywhere below it. */
  public long under(String pool) {
    return pools.entrySet().stream()
        .filter(e -> e.getKey().equals(pool) || e.getKey().startsWith(pool + "/"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many are in a group. */
  public long of(String group) {
    return groups.getOrDefault(group, 0L);
  }
}
