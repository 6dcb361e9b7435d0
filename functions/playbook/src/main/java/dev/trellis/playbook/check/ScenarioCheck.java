package dev.trellis.playbook.check;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios.Sign;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Map;

/** Names in scenarios that lead nowhere (R73). */
record ScenarioCheck(Playbook playbook, Map<String, Yaml> places) {

  void run() {
    for (var scenario : playbook.scenarios().all()) {
      for (var step : scenario.steps()) {
        var place = places.get("scenario " + scenario.id() + " " + step.id());
        for (var sign : step.done()) {
          if (sign instanceof Sign.Happened happened) {
            happened
                .events()
                .forEach(id -> place.names("event", id, playbook.occasions().keySet()));
            happened.codes().forEach(id -> place.names("code", id, playbook.codes().keySet()));
            happened.forms().forEach(id -> place.names("form", id, playbook.forms().keySet()));
            happened
                .contents()
                .forEach(id -> place.names("content", id, playbook.contents().keySet()));
          }
        }
      }
    }
  }
}
