package dev.trellis.console.view;

import dev.trellis.console.report.ScenarioMap;
import dev.trellis.console.report.ScenarioMap.Standing;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios.Scenario;
import dev.trellis.core.playbook.Scenarios.Step;
import dev.trellis.core.portrait.Portrait;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scenario maps: where one lead stands on them, and how many leads stand where (R73). */
final class ScenarioView {

  private ScenarioView() {}

  /** One lead's place on every map that it entered. */
  static List<Map<String, Object>> of(Portrait portrait, Collection<LeadEvent> events) {
    return ScenarioMap.of(portrait, events).stream().map(ScenarioView::standing).toList();
  }

  /** Every map with its steps, and per step how many leads took it and how many stand there. */
  static List<Map<String, Object>> counts(Playbook playbook, Stream<List<Standing>> leads) {
    var taken = new LinkedHashMap<String, Long>();
    var standing = new LinkedHashMap<String, Long>();
    leads
        .flatMap(List::stream)
        .forEach(s -> {
          s.taken().forEach(step -> taken.merge(s.scenario().id() + " " + step, 1L, Long::sum));
          standing.merge(s.scenario().id() + " " + s.last().id(), 1L, Long::sum);
        });
    return playbook.scenarios().all().stream()
        .map(scenario -> {
          var view = named(scenario);
          view.put(
              "steps",
              scenario.steps().stream()
                  .map(step -> {
                    var line = step(step);
                    var key = scenario.id() + " " + step.id();
                    line.put("taken", taken.getOrDefault(key, 0L));
                    line.put("standing", standing.getOrDefault(key, 0L));
                    return line;
                  })
                  .toList());
          return view;
        })
        .toList();
  }

  private static Map<String, Object> standing(Standing standing) {
    var view = named(standing.scenario());
    view.put("current", step(standing.last()));
    view.put("next", standing.next() == null ? null : step(standing.next()));
    view.put("taken", standing.taken());
    return view;
  }

  private static Map<String, Object> named(Scenario scenario) {
    var view = new LinkedHashMap<String, Object>();
    view.put("scenario", scenario.id());
    view.put("name", Json.tree(scenario.name().texts()));
    return view;
  }

  private static Map<String, Object> step(Step step) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", step.id());
    view.put("name", Json.tree(step.name().texts()));
    view.put("kind", Json.tree(step.kind()));
    return view;
  }
}
