package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.playbook.ImportOptions;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.playbook.yaml.Yaml;

/**
 * A content is about a need that somebody can have, for an industry and pools that exist (R80):
 * what is misspelt there would be sent to nobody, in silence.
 */
final class ContentsCheck {

  /** The topic of what is about no single need. */
  private static final String GENERAL = "general";

  private final Playbook playbook;
  private final Map<String, Yaml> places;
  private final List<String> pools;

  ContentsCheck(Playbook playbook, Map<String, Yaml> places, Set<String> pools) {
    this.playbook = playbook;
    this.places = places;
    this.pools = pools.stream().sorted().toList();
  }

  void run() {
    var topics = new LinkedHashSet<>(ImportOptions.of(playbook, Field.NEED).ids());
    if (!topics.isEmpty()) {
      topics.add(GENERAL);
    }
    var industries = new LinkedHashSet<>(ImportOptions.of(playbook, Field.INDUSTRY).ids());
    industries.addAll(playbook.dictionaries().industries().names().keySet());
    for (var content : playbook.contents().values()) {
      var place = places.get("content " + content.id());
      known(place, "topic", topics);
      known(place, "industry", industries);
      content.pools().stream()
          .filter(pool -> !pools.contains(pool))
          .forEach(pool ->
              place.problem(
                  "is for the pool \"" + pool + "\", which does not exist",
                  "Use one of: " + String.join(", ", pools)));
    }
  }

  // Without options anything may be said.
  private static void known(Yaml place, String key, Collection<String> words) {
    place
        .find(key)
        .filter(_ -> !words.isEmpty())
        .ifPresent(said -> said.names(key, said.text(), words));
  }
}
