package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.report.ScenarioMap;
import dev.trellis.console.report.ScenarioMap.Standing;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Scenarios.Scenario;
import dev.trellis.core.portrait.Portrait;

/** A scenario map, and how many leads stand where on it (R73). */
public record ScenarioView(String scenario, Map<String, String> name, List<Counted> steps) {

  /** A step of a map. */
  public record Step(String id, Map<String, String> name, Scenarios.Kind kind) {
    static Step of(Scenarios.Step step) {
      return step == null ? null : new Step(step.id(), step.name().texts(), step.kind());
    }
  }

  /** A step, how many leads took it and how many stand there. */
  public record Counted(@Inline Step step, long taken, long standing) {}

  /** Where one lead stands on a map. */
  record Place(
      String scenario, Map<String, String> name, Step current, Step next, List<String> taken) {

    static Place of(Standing standing) {
      var scenario = standing.scenario();
      return new Place(
          scenario.id(),
          scenario.name().texts(),
          Step.of(standing.last()),
          Step.of(standing.next()),
          standing.taken());
    }
  }

  /** One lead's place on every map that it entered. */
  static List<Place> of(Portrait portrait, Collection<LeadEvent> events) {
    return ScenarioMap.of(portrait, events).stream().map(Place::of).toList();
  }

  /** Every map, with the leads on each step. */
  public static List<ScenarioView> all(Everybody everybody) {
    var leads = everybody.leads();
    var taken = new HashMap<String, Long>();
    var standing = new HashMap<String, Long>();
    everybody
        .all()
        .flatMap(file -> ScenarioMap.of(leads.portrait(file.lead()), file.events()).stream())
        .forEach(s -> {
          s.taken().forEach(step -> taken.merge(s.scenario().id() + " " + step, 1L, Long::sum));
          standing.merge(s.scenario().id() + " " + s.last().id(), 1L, Long::sum);
        });
    return leads.playbook().scenarios().all().stream()
        .map(scenario -> counted(scenario, taken, standing))
        .toList();
  }

  private static ScenarioView counted(
      Scenario scenario, Map<String, Long> taken, Map<String, Long> standing) {
    return new ScenarioView(
        scenario.id(),
        scenario.name().texts(),
        scenario.steps().stream()
            .map(step -> {
              var key = scenario.id() + " " + step.id();
              return new Counted(
                  Step.of(step), taken.getOrDefault(key, 0L), standing.getOrDefault(key, 0L));
            })
            .toList());
  }
}
