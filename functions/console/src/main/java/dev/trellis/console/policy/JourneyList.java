package dev.trellis.console.policy;

import module java.base;

import dev.trellis.core.journey.Flow;
import dev.trellis.core.lifecycle.Headcount;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.port.JourneyPauses.By;

/** The journeys of a playbook, with what is counted of them as things happen. */
public record JourneyList(List<Line> lines) {

  /** Where they stand, below the console. */
  public static final String PATH = "/journeys";

  /**
   * A journey.
   *
   * @param pool that it begins for; null if it begins otherwise
   * @param group the same
   * @param people in that pool or group; null if it begins otherwise
   * @param active how many are under way
   * @param ended how many ended, by outcome
   * @param picture where it is drawn, below the console
   * @param paused who had it stand still for all; null if it goes on
   */
  public record Line(
      String id,
      int version,
      Map<String, String> name,
      String pool,
      String group,
      Long people,
      long active,
      SortedMap<String, Long> ended,
      String picture,
      By paused) {}

  /** All but letters, in the order of the playbook. */
  public static JourneyList of(
      Playbook playbook, Headcount counts, Map<String, Flow> flows, Map<String, By> paused) {
    return new JourneyList(
        playbook.journeys().values().stream()
            .filter(journey -> !(journey.trigger() instanceof Trigger.Letter))
            .map(journey ->
                line(
                    journey,
                    counts,
                    flows.getOrDefault(journey.id(), Flow.NONE),
                    paused.get(journey.id())))
            .toList());
  }

  public Optional<Line> find(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** Where a journey is drawn, below the console. */
  public static String picture(String journey) {
    return PATH + "/" + journey + ".svg";
  }

  private static Line line(Journey journey, Headcount counts, Flow flow, By paused) {
    var pool = journey.trigger() instanceof Trigger.Enters(var entered) ? entered : null;
    var group = journey.trigger() instanceof Trigger.Joins(var joined) ? joined : null;
    return new Line(
        journey.id(),
        journey.version(),
        journey.name().texts(),
        pool,
        group,
        pool != null ? (Long) counts.under(pool) : group != null ? (Long) counts.of(group) : null,
        flow.active(),
        flow.ended(),
        picture(journey.id()),
        paused);
  }
}
