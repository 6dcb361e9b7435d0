package dev.trellis.playbook;

import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Layers;
import dev.trellis.core.playbook.Audiences.Of;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code audiences.yaml}. */
final class AudiencesReader {

  private final Source source;

  private AudiencesReader(Source source) {
    this.source = source;
  }

  static Audiences read(Source source) {
    return source
        .find("audiences.yaml")
        .map(new AudiencesReader(source)::read)
        .orElse(Audiences.EMPTY);
  }

  private Audiences read(Yaml file) {
    file.only("layers", "owners", "audiences");
    var seen = new HashSet<String>();
    for (var place : file.list("audiences")) {
      if (!seen.add(place.text("id"))) {
        place.problem("a second audience \"" + place.text("id") + "\"", "Give it another id");
      }
    }
    return new Audiences(
        file.list("audiences").stream().map(this::audience).toList(),
        file.find("layers").map(this::layers).orElse(Audiences.EMPTY.layers()),
        file.find("owners").map(Yaml::texts).orElse(Audiences.EMPTY.owners()));
  }

  private Layers layers(Yaml place) {
    place.only("partners", "nobody", "customers");
    source.places().put("layers", place);
    var usual = Audiences.EMPTY.layers();
    return new Layers(
        words(place, "partners").orElse(usual.partners()),
        words(place, "nobody").orElse(usual.nobody()),
        words(place, "customers").orElse(usual.customers()));
  }

  private static Optional<Set<String>> words(Yaml place, String key) {
    return place.find(key).map(Yaml::texts).map(Set::copyOf);
  }

  private Audience audience(Yaml place) {
    place.only("id", "name", "of", "who");
    var id = place.text("id");
    source.places().put("audience " + id, place);
    var layer =
        Arrays.stream(Of.values()).filter(o -> name(o).equals(place.text("of"))).findFirst();
    if (layer.isEmpty()) {
      place
          .get("of")
          .problem(
              "\"" + place.text("of") + "\" is no layer of people",
              "Use one of: " + String.join(", ", names()));
    }
    return new Audience(
        id,
        place.wording("name", source.languages()),
        layer.orElse(Of.PROSPECTS),
        ConditionReader.read(place.get("who")));
  }

  private static List<String> names() {
    return Arrays.stream(Of.values()).map(AudiencesReader::name).toList();
  }

  private static String name(Of of) {
    return of.name().toLowerCase(Locale.ROOT);
  }
}
