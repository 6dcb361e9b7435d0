package dev.trellis.memory;

import module java.base;

import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.port.Flows;
import dev.trellis.core.port.Listing;
import dev.trellis.core.port.Listing.Chunk;

/** How people go through journeys, in memory. */
public record InMemoryFlows(InMemoryTables tables) implements Flows {

  private static final Comparator<Waiting> NEWEST_FIRST =
      Comparator.comparing(Waiting::place).reversed();

  @Override
  public void add(Map<String, Flow> flows) {
    synchronized (tables) {
      flows.forEach((journey, flow) -> tables.flows.merge(journey, flow, Flow::plus));
    }
  }

  @Override
  public SortedMap<String, Flow> all() {
    synchronized (tables) {
      return new TreeMap<>(tables.flows);
    }
  }

  @Override
  public Listing.Page<Waiting> waiting(String journey, String step, String after, int most) {
    synchronized (tables) {
      var all =
          tables.enrollments.entrySet().stream()
              .flatMap(of ->
                  of.getValue().values().stream()
                      .filter(e -> e.journey().equals(journey) && stands(e, step))
                      .map(e -> new Waiting(of.getKey(), e.since())))
              .sorted(NEWEST_FIRST)
              .toList();
      return new Listing<>(
              Waiting::place, true, List.of(place -> new Chunk<>(behind(place, all), false)))
          .page(after, most, _ -> true);
    }
  }

  private static boolean stands(Enrollment enrollment, String step) {
    return enrollment.active() && step.equals(enrollment.step());
  }

  private static List<Waiting> behind(String place, List<Waiting> all) {
    return all.stream()
        .filter(waiting -> place == null || waiting.place().compareTo(place) < 0)
        .toList();
  }
}
