package dev.trellis.console.report;

import module java.base;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Scenarios.Kind;
import dev.trellis.core.playbook.Scenarios.Scenario;
import dev.trellis.core.playbook.Scenarios.Sign;
import dev.trellis.core.playbook.Scenarios.Step;
import dev.trellis.core.portrait.Portrait;

/** Where a lead stands on the maps of how people come in (R73): computed, never stored. */
public final class ScenarioMap {

  private ScenarioMap() {}

  /**
   * A lead's place on one map.
   *
   * @param last the furthest step taken, by the map's order
   * @param next the step after it; null at the end
   * @param taken ids of all steps taken
   */
  public record Standing(Scenario scenario, Step last, Step next, List<String> taken) {}

  /** The lead's place on every map that it entered. */
  public static List<Standing> of(Portrait portrait, Collection<LeadEvent> events) {
    return portrait.playbook().scenarios().all().stream()
        .flatMap(s -> stepOf(s, portrait, events).stream())
        .toList();
  }

  /**
   * The lead's place on one map; empty before it took a step of entry. What happened before that
   * belongs to another story and does not count.
   */
  public static Optional<Standing> stepOf(
      Scenario scenario, Portrait portrait, Collection<LeadEvent> events) {
    var entry =
        scenario.steps().stream()
            .filter(s -> s.kind() == Kind.ENTRY)
            .flatMap(s -> earliest(s, portrait, events).stream())
            .min(Comparator.naturalOrder());
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    var story = events.stream().filter(e -> !e.occurredAt().isBefore(entry.get())).toList();
    var taken =
        scenario.steps().stream().filter(s -> earliest(s, portrait, story).isPresent()).toList();
    var last = taken.getLast();
    int next = scenario.steps().indexOf(last) + 1;
    return Optional.of(
        new Standing(
            scenario,
            last,
            next < scenario.steps().size() ? scenario.steps().get(next) : null,
            taken.stream().map(Step::id).toList()));
  }

  // A condition holds without a date: it may have held all the time.
  private static Optional<Instant> earliest(
      Step step, Portrait portrait, Collection<LeadEvent> events) {
    return step.done().stream()
        .flatMap(sign ->
            switch (sign) {
              case Sign.Holds(var when) ->
                  when.holds(portrait)
                      ? Optional.of(Instant.MIN).stream()
                      : Optional.<Instant>empty().stream();
              case Sign.Happened happened ->
                  events.stream().filter(happened::is).map(LeadEvent::occurredAt);
            })
        .min(Comparator.naturalOrder());
  }
}
