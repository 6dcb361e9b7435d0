package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Stage;
import dev.trellis.playbook.yaml.Yaml;

/** A stage without criteria or without a team is none (R54). */
record StagesCheck(List<Stage> stages, Map<String, Yaml> places) {

  void run() {
    if (stages.isEmpty() || !stages.getFirst().when().equals(Condition.always())) {
      at(
          "stages",
          "the first stage has a condition",
          "Leave \"when\" out of it: everybody starts there");
    }
    if (stages.stream().noneMatch(s -> s.id().equals(Lifecycle.MQL))) {
      at("stages", "there is no stage \"mql\"", "Add the stage marketing works towards");
    }
    var ids = new HashSet<String>();
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      if (!ids.add(stage.id())) {
        at("stage " + stage.id(), "a second stage \"" + stage.id() + "\"", "Give it another id");
      } else if (i > 0 && stage.when().equals(Condition.always())) {
        at(
            "stage " + stage.id(),
            "the stage \"" + stage.id() + "\" has no criteria, so everybody would be there",
            "Add \"when:\"");
      }
      if (stage.team().isBlank()) {
        at("stage " + stage.id(), "\"team\" is empty", "Write which team works on it");
      }
    }
  }

  private void at(String place, String what, String remedy) {
    places.get(place).problem(what, remedy);
  }
}
