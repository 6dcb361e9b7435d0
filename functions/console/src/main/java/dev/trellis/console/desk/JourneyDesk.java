package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.journey.JourneyChange;
import dev.trellis.console.journey.JourneyChange.Ending;
import dev.trellis.console.journey.JourneyChange.Traveller;
import dev.trellis.console.view.JourneysView;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json.Inline;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.yaml.Problem;

/** What adding, changing or removing a journey would do to people; nothing is done to them. */
public record JourneyDesk(JourneysView journeys) {

  /**
   * Who stays, moves and begins.
   *
   * @param begin those whom the changed journey would take in
   */
  record Told(
      String journey,
      Integer from,
      Integer to,
      List<Place> stay,
      List<Place> move,
      List<End> end,
      List<Place> twice,
      List<Place> leftOut,
      List<String> begin) {}

  record Place(String lead, int version, String step) {
    static Place of(Traveller traveller) {
      return new Place(traveller.lead(), traveller.version(), traveller.step());
    }
  }

  record End(@Inline Place place, String outcome) {
    static End of(Ending ending) {
      return new End(Place.of(ending.traveller()), ending.outcome());
    }
  }

  /** Tells what the journey would do as it is written here. */
  public Response change(String id, String yaml) {
    if (!id.matches("[a-z0-9-]+")) {
      return Showing.none("journey");
    }
    try {
      var changed = ChangedPlaybook.with(playbook().root(), file(id), yaml);
      return today(id)
          .filter(today -> JourneyChange.isUnannounced(today, changed.journeys().get(id)))
          .map(today -> refused(List.of(unannounced(id, yaml, today.version()))))
          .orElseGet(() -> told(id, changed));
    } catch (PlaybookException e) {
      return refused(e.problems());
    }
  }

  /** Tells what would become of those under way without the journey. */
  public Response removal(String id) {
    if (today(id).isEmpty()) {
      return Showing.none("journey");
    }
    try {
      return told(id, ChangedPlaybook.without(playbook().root(), file(id)));
    } catch (PlaybookException e) {
      return refused(e.problems());
    }
  }

  private Response told(String id, Playbook changed) {
    var change =
        JourneyChange.of(
            id,
            today(id),
            Optional.ofNullable(changed.journeys().get(id)),
            changed.formerJourneys(),
            journeys.travellers(id));
    return Showing.json(
        200,
        new Told(
            change.journey(),
            change.from(),
            change.to(),
            places(change.stay()),
            places(change.move()),
            change.end().stream().map(End::of).toList(),
            places(change.twice()),
            places(change.leftOut()),
            journeys.beginners(id, changed)));
  }

  private Optional<Journey> today(String id) {
    return Optional.ofNullable(playbook().journeys().get(id));
  }

  private static List<Place> places(List<Traveller> travellers) {
    return travellers.stream().map(Place::of).toList();
  }

  private static String file(String id) {
    return "journeys/" + id + ".yaml";
  }

  private static Problem unannounced(String id, String yaml, int today) {
    var lines = yaml.lines().toList();
    int line = 1;
    for (int i = 0; i < lines.size(); i++) {
      line = lines.get(i).startsWith("version:") ? i + 1 : line;
    }
    return new Problem(
        file(id),
        line,
        "has changed, and the version has not been raised",
        "Write version: " + (today + 1));
  }

  private static Response refused(List<Problem> problems) {
    return Showing.json(422, Map.of("problems", problems));
  }

  private Playbook playbook() {
    return journeys.playbook();
  }
}
