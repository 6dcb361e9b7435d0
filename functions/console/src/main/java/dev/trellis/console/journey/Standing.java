package dev.trellis.console.journey;

import module java.base;

import dev.trellis.core.journey.Enrollment;

/**
 * How many people stand where in one journey.
 *
 * @param waiting people per step id
 * @param ended enrollments per outcome
 */
public record Standing(SortedMap<String, Integer> waiting, SortedMap<String, Integer> ended) {

  /** Nobody anywhere. */
  public static final Standing NOBODY = new Standing(new TreeMap<>(), new TreeMap<>());

  /** Counts the enrollments of one journey. */
  public static Standing of(String journey, Stream<Enrollment> enrollments) {
    var waiting = new TreeMap<String, Integer>();
    var ended = new TreeMap<String, Integer>();
    enrollments
        .filter(e -> e.journey().equals(journey))
        .forEach(e -> {
          if (e.active()) {
            waiting.merge(e.step(), 1, Integer::sum);
          } else {
            ended.merge(e.outcome(), 1, Integer::sum);
          }
        });
    return new Standing(waiting, ended);
  }

  /** People under way. */
  public int active() {
    return sum(waiting);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
