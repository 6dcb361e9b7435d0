package dev.trellis.playbook;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.Scenarios.Kind;
import dev.trellis.core.playbook.Scenarios.Scenario;
import dev.trellis.core.playbook.Scenarios.Sign;
import dev.trellis.core.playbook.Scenarios.Step;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code scenarios.yaml}. */
final class ScenariosReader {

  private static final Set<String> HAPPENINGS =
      Arrays.stream(Happening.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toSet());

  private final Source source;

  private ScenariosReader(Source source) {
    this.source = source;
  }

  static Scenarios read(Source source) {
    var reader = new ScenariosReader(source);
    return source
        .find("scenarios.yaml")
        .map(file -> {
          file.only("scenarios");
          return new Scenarios(
              unique(file.list("scenarios"), "scenario").stream().map(reader::scenario).toList());
        })
        .orElse(Scenarios.EMPTY);
  }

  private Scenario scenario(Yaml place) {
    place.only("id", "name", "steps");
    var id = place.text("id");
    source.places().put("scenario " + id, place);
    var steps = unique(place.list("steps"), "step").stream().map(s -> step(id, s)).toList();
    for (var kind : Kind.values()) {
      if (steps.stream().noneMatch(s -> s.kind() == kind)) {
        place.problem(
            "the scenario has no step of the kind " + name(kind),
            "Add a step with \"kind: " + name(kind) + "\"");
      }
    }
    return new Scenario(id, place.wording("name", source.languages()), steps);
  }

  private Step step(String scenario, Yaml place) {
    place.only("id", "name", "kind", "done");
    var id = place.text("id");
    source.places().put("scenario " + scenario + " " + id, place);
    var done = place.get("done");
    var signs = done.isList() ? done.list() : List.of(done);
    if (signs.isEmpty()) {
      place.problem("nothing shows that the step was taken", "Add a line below \"done:\"");
    }
    return new Step(
        id,
        place.wording("name", source.languages()),
        one(Kind.values(), place.get("kind"), Kind.TOUCH),
        signs.stream().map(this::sign).toList());
  }

  private Sign sign(Yaml place) {
    if (place.has("when")) {
      place.only("when");
      return new Sign.Holds(ConditionReader.read(place.get("when")));
    }
    place.only("happened", "channel", "event", "code", "form", "content", "page");
    var kinds = texts(place, "happened");
    if (kinds.isEmpty()) {
      place.problem("says neither what holds nor what happened", "Add \"when:\" or \"happened:\"");
    }
    for (var kind : kinds) {
      if (!HAPPENINGS.contains(kind)) {
        place.problem(
            "nothing is called \"" + kind + "\"",
            "Use one of: " + String.join(", ", HAPPENINGS.stream().sorted().toList()));
      }
    }
    var channels =
        place.find("channel").map(ScenariosReader::places).orElse(List.of()).stream()
            .map(c -> one(Channel.values(), c, Channel.SYSTEM))
            .collect(Collectors.toSet());
    return new Sign.Happened(
        kinds,
        channels,
        texts(place, "event"),
        texts(place, "code"),
        texts(place, "form"),
        texts(place, "content"),
        texts(place, "page"));
  }

  private static List<Yaml> places(Yaml place) {
    return place.isList() ? place.list() : List.of(place);
  }

  private static Set<String> texts(Yaml place, String key) {
    return place.find(key).map(Yaml::texts).map(Set::copyOf).orElse(Set.of());
  }

  private static List<Yaml> unique(List<Yaml> all, String kind) {
    var seen = new HashSet<String>();
    for (var place : all) {
      if (!seen.add(place.text("id"))) {
        place.problem("a second " + kind + " \"" + place.text("id") + "\"", "Give it another id");
      }
    }
    return all;
  }

  private static <E extends Enum<E>> E one(E[] all, Yaml place, E otherwise) {
    Map<String, E> byName = new TreeMap<>();
    Arrays.stream(all).forEach(e -> byName.put(name(e), e));
    var found = byName.get(place.text());
    if (found == null) {
      place.problem(
          "\"" + place.text() + "\" is none we know",
          "Use one of: " + String.join(", ", byName.keySet()));
    }
    return found == null ? otherwise : found;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
