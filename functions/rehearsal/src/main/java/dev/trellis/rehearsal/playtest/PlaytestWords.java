package dev.trellis.rehearsal.playtest;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.portrait.Heat;
import dev.trellis.playbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a test may expect: a misspelt word must not pass as something that nobody has. */
final class PlaytestWords {

  private static final List<String> SCORES =
      List.of("fit", "role", "activity", "intent", "keys", "total");

  private final Playbook playbook;

  PlaytestWords(Playbook playbook) {
    this.playbook = playbook;
  }

  /** One or several stages, pools or degrees of heat. */
  List<String> read(String what, Yaml place) {
    var known =
        switch (what) {
          case "stage" -> playbook.stages().stream().map(Stage::id).toList();
          case "pool" -> paths(playbook.pools()).toList();
          default -> Stream.of(Heat.Level.values()).map(Heat.Level::word).toList();
        };
    var words = place.isList() ? place.list() : List.of(place);
    return words.stream().map(word -> word.oneOf(known)).toList();
  }

  private static Stream<String> paths(List<Pool> pools) {
    return pools.stream().flatMap(p -> Stream.concat(Stream.of(p.path()), paths(p.pools())));
  }

  void score(Yaml place, String score) {
    var known = new ArrayList<>(SCORES);
    playbook.contents().values().stream()
        .map(c -> "interest." + c.topic())
        .distinct()
        .forEach(known::add);
    if (!known.contains(score)) {
      place.problem(
          "there is no score \"" + score + "\"", "Use one of: " + String.join(", ", known));
    }
  }

  String tag(Yaml place) {
    var tag = place.text();
    var isKnown =
        playbook.tagScheme().layer(tag).isPresent()
            || playbook.contents().values().stream().anyMatch(c -> c.tags().contains(tag));
    if (!isKnown) {
      place.problem("there is no tag \"" + tag + "\"", "Use one of tags.yaml");
    }
    return tag;
  }
}
