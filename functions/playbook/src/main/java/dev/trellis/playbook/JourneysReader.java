package dev.trellis.playbook;

import dev.trellis.core.playbook.Journey;
import dev.trellis.playbook.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the journeys: {@code journeys/<id>.yaml} is what new leads go through, {@code
 * journeys/<id>@<version>.yaml} an earlier version that is kept for those who began with it.
 */
final class JourneysReader {

  private static final String FOLDER = "journeys";
  private static final String ENDING = ".yaml";

  private JourneysReader() {}

  record Journeys(Map<String, Journey> current, Map<String, Journey> former) {}

  static Journeys read(Source source) {
    var current = new LinkedHashMap<String, Journey>();
    var former = new LinkedHashMap<String, Journey>();
    for (var file : source.list(FOLDER, ENDING)) {
      var name = file.substring(FOLDER.length() + 1, file.length() - ENDING.length());
      int at = name.indexOf('@');
      var id = at < 0 ? name : name.substring(0, at);
      var place = Yaml.read(source.root(), file, source.problems());
      source.places().put("journey " + name, place);
      var journey =
          JourneyReader.read(
              id,
              place,
              source.languages(),
              (step, where) -> source.places().put("journey " + name + " step " + step, where));
      if (at < 0) {
        current.put(id, journey);
      } else {
        former.put(name, journey);
        if (!name.substring(at + 1).equals(Integer.toString(journey.version()))) {
          place.problem(
              "is version " + journey.version() + ", but its name says another",
              "Name it " + id + "@" + journey.version() + ENDING);
        }
      }
    }
    return new Journeys(current, former);
  }
}
