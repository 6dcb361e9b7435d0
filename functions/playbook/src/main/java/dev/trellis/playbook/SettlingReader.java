package dev.trellis.playbook;

import dev.trellis.core.playbook.Release;
import dev.trellis.core.playbook.Settling;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.playbook.yaml.Yaml;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code release} and {@code coolDown} of {@code pools.yaml}. */
final class SettlingReader {

  private SettlingReader() {}

  static Settling read(Yaml pools) {
    var release = pools.find("release");
    release.ifPresent(r -> r.only("returned", "demoted"));
    return new Settling(
        release(release, "returned", Settling.DEFAULT.returned()),
        release(release, "demoted", Settling.DEFAULT.demoted()),
        pools.find("coolDown").map(Yaml::period).orElse(Settling.DEFAULT.coolDown()));
  }

  private static Release release(Optional<Yaml> marks, String mark, Release otherwise) {
    return marks.flatMap(m -> m.find(mark)).map(SettlingReader::release).orElse(otherwise);
  }

  private static Release release(Yaml place) {
    place.only("facts", "behaviours");
    var behaviours = new HashSet<Behaviour>();
    for (var name : place.find("behaviours").map(Yaml::texts).orElse(List.of())) {
      Arrays.stream(Behaviour.values())
          .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .ifPresentOrElse(
              behaviours::add,
              () ->
                  place.problem(
                      "unknown behaviour \"" + name + "\"",
                      "Use one of: "
                          + String.join(
                              ", ",
                              Arrays.stream(Behaviour.values())
                                  .map(b -> b.name().toLowerCase(Locale.ROOT))
                                  .toList())));
    }
    return new Release(
        Set.copyOf(place.find("facts").map(Yaml::texts).orElse(List.of())), behaviours);
  }
}
