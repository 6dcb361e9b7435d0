package dev.trellis.core.playbook;

import dev.trellis.core.journey.Journey;
import dev.trellis.core.journey.Journey.Again;
import dev.trellis.core.journey.Step;
import dev.trellis.core.journey.Step.ContentQuery;
import dev.trellis.core.journey.Trigger;
import java.util.Map;
import java.util.Set;

/** What journeys name must exist, and what they send must be there to be sent (R92). */
final class JourneyCheck {

  private final Playbook playbook;
  private final Map<String, Yaml> places;
  private final Set<String> pools;

  JourneyCheck(Playbook playbook, Map<String, Yaml> places, Set<String> pools) {
    this.playbook = playbook;
    this.places = places;
    this.pools = pools;
  }

  void run() {
    playbook.journeys().forEach(this::journey);
    playbook.formerJourneys().forEach(this::journey);
  }

  private void journey(String name, Journey journey) {
    var place = places.get("journey " + name);
    switch (journey.trigger()) {
      case Trigger.Submits(String form) -> exists(place, "form", form, playbook.forms());
      case Trigger.Enters(String pool) -> pool(place, "starts on entering", pool);
      case Trigger.Enrolled _ -> {}
    }
    if (journey.until() != null) {
      pool(place, "ends on leaving", journey.until());
    }
    if (journey.again() == Again.ALWAYS
        && journey.program().stream().noneMatch(Step.Wait.class::isInstance)) {
      place.problem(
          "starts again at once whenever it ends, and never waits",
          "Add a wait, or leave \"again\" out");
    }
    journey.program().forEach(step -> step(place, journey, step));
  }

  private void step(Yaml place, Journey journey, Step step) {
    switch (step) {
      case Step.Send send -> {
        exists(place, "mail", send.mail(), playbook.mails());
        if (send.content() != null) {
          content(place, send.id(), send.content());
        }
      }
      case Step.Enroll enroll -> {
        exists(place, "journey", enroll.journey(), playbook.journeys());
        var other = playbook.journeys().get(enroll.journey());
        if (other != null && !(other.trigger() instanceof Trigger.Enrolled)) {
          place.problem(
              "step " + enroll.id() + " enrolls in \"" + other.id() + "\", which starts otherwise",
              "Write \"on: enroll\" in journeys/" + other.id() + ".yaml");
        }
      }
      case Step.Demote demote -> {
        if (journey.until() == null) {
          place.problem(
              "step " + demote.id() + " demotes, but the journey is for no pool",
              "Add \"until: { leaves: <pool> }\"");
        }
      }
      default -> {}
    }
  }

  private void content(Yaml place, String step, ContentQuery query) {
    exists(place, "content", query.content(), playbook.contents());
    exists(place, "content", query.fallback(), playbook.contents());
    if (query.content() == null
        && playbook.contents().values().stream().noneMatch(query::asksFor)) {
      place.problem(
          "step " + step + " finds no content of " + query.facets(),
          "Add one to contents.yaml or change the step");
    }
  }

  private void pool(Yaml place, String how, String pool) {
    if (!pools.contains(pool)) {
      place.problem(
          how + " \"" + pool + "\", which is no pool",
          "Use one of: " + String.join(", ", pools.stream().sorted().toList()));
    }
  }

  private static void exists(Yaml place, String kind, String id, Map<String, ?> all) {
    if (id != null && !all.containsKey(id)) {
      place.problem(
          "names the " + kind + " \"" + id + "\", which does not exist",
          "Use one of: " + String.join(", ", all.keySet()));
    }
  }
}
