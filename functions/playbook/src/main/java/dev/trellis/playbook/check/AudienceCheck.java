package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;
import dev.trellis.playbook.yaml.Yaml;

/** Audiences that could have no members: of stages or pools that do not exist (R50). */
record AudienceCheck(Playbook playbook, Map<String, Yaml> places) {

  void run() {
    var stages = new TreeSet<>(playbook.stages().stream().map(Stage::id).toList());
    var pools = new TreeSet<>(playbook.poolPaths());
    var layers = playbook.audiences().layers();
    if (playbook.audiences().all().stream().anyMatch(a -> a.of() == Of.CUSTOMERS)) {
      Optional.ofNullable(places.get("layers"))
          .ifPresent(at -> layers.customers().forEach(id -> at.names("stage", id, stages)));
    }
    for (var audience : playbook.audiences().all()) {
      var place = places.get("audience " + audience.id());
      NamesCheck.asked(audience.who(), "stage").forEach(s -> place.names("stage", s, stages));
      NamesCheck.asked(audience.who(), "pool").forEach(p -> place.names("pool", p, pools));
    }
  }
}
