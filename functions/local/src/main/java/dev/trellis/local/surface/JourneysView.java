package dev.trellis.local.surface;

import dev.trellis.core.drawing.JourneyDrawing;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.Journey;
import dev.trellis.core.journey.JourneyChange.Traveller;
import dev.trellis.core.journey.Standing;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Playbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Journeys, and who stands where in them now. */
final class JourneysView {

  private final LeadItems items;
  private final Playbook playbook;

  JourneysView(LeadItems items, Playbook playbook) {
    this.items = items;
    this.playbook = playbook;
  }

  private record Placed(String lead, Enrollment enrollment) {}

  /** Every journey with its figures. */
  List<Map<String, Object>> all() {
    var enrollments = enrollments();
    return playbook.journeys().values().stream().map(j -> tree(j, enrollments)).toList();
  }

  private static Map<String, Object> tree(Journey journey, List<Placed> enrollments) {
    var standing = standing(journey, enrollments);
    var view = new LinkedHashMap<String, Object>();
    view.put("id", journey.id());
    view.put("version", journey.version());
    view.put("name", Json.tree(journey.name().texts()));
    view.put("active", standing.active());
    view.put("waiting", standing.waiting());
    view.put("ended", standing.ended());
    view.put("picture", "/local/journeys/" + journey.id() + ".svg");
    return view;
  }

  private static Standing standing(Journey journey, List<Placed> enrollments) {
    return Standing.of(journey.id(), enrollments.stream().map(Placed::enrollment));
  }

  /** One journey as a picture. */
  Optional<String> picture(String id, String language) {
    return Optional.ofNullable(playbook.journeys().get(id))
        .map(j -> JourneyDrawing.svg(j, playbook, standing(j, enrollments()), language));
  }

  /** Everybody who is on the way in a journey. */
  List<Traveller> travellers(String id) {
    return enrollments().stream()
        .filter(p -> p.enrollment().active() && p.enrollment().journey().equals(id))
        .map(p -> Traveller.of(p.lead(), p.enrollment()))
        .toList();
  }

  private List<Placed> enrollments() {
    try (var leads = LeadHistories.partitions(items)) {
      return leads
          .flatMap(lead -> lead.of("journey#").stream())
          .map(d -> new Placed(d.lead(), d.as(Enrollment.class)))
          .toList();
    }
  }
}
