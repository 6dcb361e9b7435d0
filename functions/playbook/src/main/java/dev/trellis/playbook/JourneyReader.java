package dev.trellis.playbook;

import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Journey.Again;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads a journey: what starts it, what ends it, and its {@link BlocksReader steps}. */
final class JourneyReader {

  private JourneyReader() {}

  /**
   * @param places takes the place of each step, by its id
   */
  static Journey read(
      String id, Yaml place, List<String> languages, BiConsumer<String, Yaml> places) {
    place.only("version", "name", "on", "until", "again", "steps");
    var steps = BlocksReader.read(place.list("steps"), places);
    if (steps.isEmpty()) {
      place.problem("the journey has no steps", "Add at least one step below \"steps:\"");
    }
    var trigger = trigger(place.get("on"));
    return new Journey(
        id,
        place.number("version"),
        place.wording("name", languages),
        trigger,
        until(place, trigger),
        place.find("again").map(a -> a.constant(Again.class, Again.VISIT)).orElse(Again.VISIT),
        steps);
  }

  private static Trigger trigger(Yaml on) {
    if (!on.isMapping()) {
      if (!on.text().equals("enroll")) {
        on.problem("starts on nothing known", "Use enters, submits, or the word enroll");
      }
      return new Trigger.Enrolled();
    }
    on.only("enters", "submits");
    return on.has("submits")
        ? new Trigger.Submits(on.text("submits"))
        : new Trigger.Enters(on.text("enters"));
  }

  // Who leaves the pool that started a journey leaves the journey, unless it says otherwise (R68).
  private static String until(Yaml place, Trigger trigger) {
    var until = place.find("until");
    if (until.isEmpty()) {
      return trigger instanceof Trigger.Enters(String pool) ? pool : null;
    }
    if (until.get().isMapping()) {
      until.get().only("leaves");
      return until.get().text("leaves");
    }
    if (!until.get().text().equals("end")) {
      until.get().problem("ends on nothing known", "Write { leaves: <pool> }, or the word end");
    }
    return null;
  }
}
