package dev.trellis.core.forecast;

import module java.base;

/**
 * What a playbook has in store for many leads, in numbers.
 *
 * @param leads how many were looked at
 * @param changed how many of them change their place or begin a journey
 * @param stages how many change from which stage to which
 * @param pools the same of pools
 * @param joins how many become members of each group
 * @param leaves how many are none any more
 * @param journeys for how many each begins
 * @param mails how many these journeys ask for in the first days
 */
public record Forecast(
    int leads,
    int changed,
    SortedMap<String, SortedMap<String, Integer>> stages,
    SortedMap<String, SortedMap<String, Integer>> pools,
    SortedMap<String, Integer> joins,
    SortedMap<String, Integer> leaves,
    SortedMap<String, Integer> journeys,
    int mails) {

  public Forecast {
    stages = stages == null ? Collections.emptySortedMap() : stages;
    pools = pools == null ? Collections.emptySortedMap() : pools;
    joins = joins == null ? Collections.emptySortedMap() : joins;
    leaves = leaves == null ? Collections.emptySortedMap() : leaves;
    journeys = journeys == null ? Collections.emptySortedMap() : journeys;
  }

  /** How far journeys are walked. */
  public static final Duration FIRST_DAYS = Duration.ofDays(7);

  /** Nobody was looked at yet. */
  public static final Forecast NONE =
      new Forecast(
          0,
          0,
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          0);

  /** The same with one lead more. */
  public Forecast and(Outlook outlook) {
    var from = outlook.from();
    var to = outlook.to();
    return new Forecast(
        leads + 1,
        changed + (outlook.changesAnything() ? 1 : 0),
        outlook.changesStage() ? counted(stages, from.stage(), to.stage()) : stages,
        outlook.changesPool() ? counted(pools, from.pool(), to.pool()) : pools,
        counted(joins, outlook.joined()),
        counted(leaves, outlook.left()),
        counted(journeys, outlook.journeys()),
        mails + outlook.mails());
  }

  /** True if more leads would notice, or more mails would go, than this. */
  public boolean exceeds(int limit) {
    return changed > limit || mails > limit;
  }

  private static SortedMap<String, Integer> counted(
      SortedMap<String, Integer> numbers, Set<String> more) {
    var counted = new TreeMap<>(numbers);
    more.forEach(one -> counted.merge(one, 1, Integer::sum));
    return counted;
  }

  private static SortedMap<String, SortedMap<String, Integer>> counted(
      SortedMap<String, SortedMap<String, Integer>> changes, String from, String to) {
    var more = new TreeMap<>(changes);
    var ways = new TreeMap<>(more.getOrDefault(from, Collections.emptySortedMap()));
    ways.merge(to, 1, Integer::sum);
    more.put(from, ways);
    return more;
  }
}
