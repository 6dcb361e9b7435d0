package dev.trellis.playbook.check;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Stage;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Audiences that could have no members: of stages or pools that do not exist (R50). */
final class AudienceCheck {

  private final Playbook playbook;
  private final Map<String, Yaml> places;

  AudienceCheck(Playbook playbook, Map<String, Yaml> places) {
    this.playbook = playbook;
    this.places = places;
  }

  void run() {
    var stages = new TreeSet<>(playbook.stages().stream().map(Stage::id).toList());
    var pools = new TreeSet<>(paths(playbook.pools()).toList());
    var layers = playbook.audiences().layers();
    if (playbook.audiences().all().stream().anyMatch(a -> a.of() == Of.CUSTOMERS)) {
      exist(places.get("layers"), "stage", layers.customers(), stages);
    }
    for (var audience : playbook.audiences().all()) {
      var place = places.get("audience " + audience.id());
      words(audience.who(), "stage").forEach(s -> exist(place, "stage", Set.of(s), stages));
      words(audience.who(), "pool").forEach(p -> exist(place, "pool", Set.of(p), pools));
    }
  }

  private static Stream<String> paths(List<Pool> pools) {
    return pools.stream().flatMap(p -> Stream.concat(Stream.of(p.path()), paths(p.pools())));
  }

  private static Stream<String> words(Condition condition, String field) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().flatMap(p -> words(p, field));
      case Condition.Any(var parts) -> parts.stream().flatMap(p -> words(p, field));
      case Condition.Not(var part) -> words(part, field);
      case Condition.Leaf(var asked, Condition.In(var words)) when asked.equals(field) ->
          words.stream();
      case Condition.Leaf _ -> Stream.empty();
    };
  }

  private static void exist(Yaml place, String kind, Set<String> ids, Set<String> all) {
    for (var id : ids) {
      if (!all.contains(id) && place != null) {
        place.problem(
            "names the " + kind + " \"" + id + "\", which does not exist",
            "Use one of: " + String.join(", ", all));
      }
    }
  }
}
