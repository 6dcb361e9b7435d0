package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios.Sign;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Map;
import java.util.Set;

/** Names in scenarios that lead nowhere (R73). */
final class ScenarioCheck {

  private final Playbook playbook;
  private final Map<String, Yaml> places;

  ScenarioCheck(Playbook playbook, Map<String, Yaml> places) {
    this.playbook = playbook;
    this.places = places;
  }

  void run() {
    for (var scenario : playbook.scenarios().all()) {
      for (var step : scenario.steps()) {
        var place = places.get("scenario " + scenario.id() + " " + step.id());
        for (var sign : step.done()) {
          if (sign instanceof Sign.Happened happened) {
            exist(place, "event", happened.events(), playbook.occasions());
            exist(place, "code", happened.codes(), playbook.codes());
            exist(place, "form", happened.forms(), playbook.forms());
            exist(place, "content", happened.contents(), playbook.contents());
          }
        }
      }
    }
  }

  private static void exist(Yaml place, String kind, Set<String> ids, Map<String, ?> all) {
    for (var id : ids) {
      if (!all.containsKey(id)) {
        place.problem(
            "names the " + kind + " \"" + id + "\", which does not exist",
            "Use one of: " + String.join(", ", all.keySet()));
      }
    }
  }
}
