package dev.trellis.playbook;

import dev.trellis.core.playbook.Cta;
import dev.trellis.core.playbook.Cta.Kind;
import dev.trellis.core.playbook.Cta.Place;
import dev.trellis.core.playbook.Cta.Style;
import dev.trellis.core.playbook.Cta.Target;
import dev.trellis.core.playbook.Ctas;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads {@code ctas.yaml}. */
final class CtasReader {

  private final Source source;

  private CtasReader(Source source) {
    this.source = source;
  }

  static Ctas read(Source source) {
    return source.find("ctas.yaml").map(new CtasReader(source)::read).orElse(Ctas.NONE);
  }

  private Ctas read(Yaml file) {
    file.only("window", "ctas");
    var all = new LinkedHashMap<String, Cta>();
    for (var place : file.list("ctas")) {
      var cta = cta(place);
      if (all.put(cta.id(), cta) != null) {
        place.problem("a second CTA \"" + cta.id() + "\"", "Give it another id");
      }
    }
    return new Ctas(file.find("window").map(Yaml::duration).orElse(Ctas.NONE.window()), all);
  }

  private Cta cta(Yaml place) {
    place.only("id", "target", "style", "places", "words");
    source.places().put("cta " + place.text("id"), place);
    return new Cta(
        place.text("id"),
        target(place.get("target")),
        Choices.one(Style.class, place.get("style"), Style.BUTTON),
        place.list("places").stream().map(CtasReader::where).toList(),
        place.wording("words", source.languages()));
  }

  private static Target target(Yaml place) {
    place.only("content", "form", "community", "event", "page");
    for (var kind : Kind.values()) {
      var key = kind.name().toLowerCase(Locale.ROOT);
      if (place.has(key)) {
        return new Target(kind, place.text(key), place.textOr("page", null));
      }
    }
    place.problem(
        "the target is none of ours", "Write one of: content, form, community, event, with its id");
    return new Target(Kind.FORM, "", null);
  }

  private static Place where(Yaml place) {
    return Arrays.stream(Place.values())
        .filter(p -> p.word().equals(place.text()))
        .findFirst()
        .orElseGet(() -> {
          place.problem(
              "\"" + place.text() + "\" is no place for a CTA",
              "Use one of: "
                  + Arrays.stream(Place.values())
                      .map(Place::word)
                      .collect(Collectors.joining(", ")));
          return Place.SITE;
        });
  }
}
