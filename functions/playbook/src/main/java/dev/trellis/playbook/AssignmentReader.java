package dev.trellis.playbook;

import dev.trellis.core.playbook.Assignment;
import dev.trellis.core.playbook.Assignment.Rule;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.TreeMap;

/** Reads {@code assign:} of {@code crm.yaml} (R56). */
final class AssignmentReader {

  private AssignmentReader() {}

  static Assignment read(Yaml crm) {
    return crm.has("assign")
        ? new Assignment(crm.list("assign").stream().map(AssignmentReader::rule).toList())
        : Assignment.NONE;
  }

  private static Rule rule(Yaml place) {
    if (place.has("industry")) {
      place.only("industry");
      var people = new TreeMap<String, List<String>>();
      place.get("industry").map().forEach((industry, able) -> people.put(industry, some(able)));
      return new Rule.Industry(people);
    } else if (place.has("turn")) {
      place.only("turn");
      return new Rule.Turn(some(place.get("turn")));
    }
    place.only("owner");
    if (!place.flag("owner")) {
      place.problem(
          "names nobody", "Write one of: owner: true, industry: { finance: [name] }, turn: [name]");
    }
    return new Rule.Owner();
  }

  private static List<String> some(Yaml place) {
    if (place.texts().isEmpty()) {
      place.problem("names nobody", "Name whoever takes turns, such as [sales-east, sales-north]");
    }
    return place.texts();
  }
}
