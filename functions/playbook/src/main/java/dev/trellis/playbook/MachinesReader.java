package dev.trellis.playbook;

import dev.trellis.core.playbook.Machines;
import dev.trellis.core.playbook.Machines.Agent;
import dev.trellis.core.playbook.Machines.Kind;
import dev.trellis.playbook.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code machines.yaml}. */
final class MachinesReader {

  /** Shorter marks would be found in the names of browsers. */
  private static final int SHORTEST_MARK = 4;

  private final Set<String> ids = new HashSet<>();

  private MachinesReader() {}

  static Machines read(Source source) {
    return source
        .find("machines.yaml")
        .map(file -> new MachinesReader().machines(file))
        .orElse(Machines.EMPTY);
  }

  private Machines machines(Yaml file) {
    file.only("gateways", "previews", "proxies", "prefetches", "crawlers");
    var agents = new ArrayList<Agent>();
    file.list("gateways").forEach(a -> agents.add(agent(a, Kind.GATEWAY)));
    file.list("previews").forEach(a -> agents.add(agent(a, Kind.PREVIEW)));
    file.list("proxies").forEach(a -> agents.add(agent(a, Kind.PROXY)));
    file.list("prefetches").forEach(a -> agents.add(agent(a, Kind.PREFETCH)));
    file.list("crawlers").forEach(a -> agents.add(agent(a, Kind.CRAWLER)));
    return new Machines(agents);
  }

  private Agent agent(Yaml place, Kind kind) {
    place.only("id", "marks", "exact", "headers");
    var id = place.text("id");
    if (!ids.add(id)) {
      place.problem("the machine \"" + id + "\" is there twice", "Join the two or rename one");
    }
    var agent =
        new Agent(
            id,
            kind,
            marks(place),
            texts(place, "exact"),
            place.find("headers").map(this::headers).orElse(Map.of()));
    if (agent.marks().isEmpty() && agent.exact().isEmpty() && agent.headers().isEmpty()) {
      place.problem(
          "the machine \"" + id + "\" can be known by nothing",
          "Add \"marks\", \"exact\" or \"headers\"");
    }
    return agent;
  }

  private List<String> marks(Yaml place) {
    for (var mark : place.list("marks")) {
      if (mark.text().strip().length() < SHORTEST_MARK) {
        mark.problem(
            "the mark \"" + mark.text() + "\" is so short that browsers may hold it",
            "Write at least " + SHORTEST_MARK + " characters of the program's own name");
      }
    }
    return texts(place, "marks");
  }

  private static List<String> texts(Yaml place, String key) {
    return place.list(key).stream().map(t -> t.text().strip().toLowerCase(Locale.ROOT)).toList();
  }

  private Map<String, String> headers(Yaml place) {
    var headers = new TreeMap<String, String>();
    place
        .map()
        .forEach((name, value) -> {
          var part = value.text().strip().toLowerCase(Locale.ROOT);
          headers.put(name.toLowerCase(Locale.ROOT), part.equals("any") ? "" : part);
        });
    return headers;
  }
}
