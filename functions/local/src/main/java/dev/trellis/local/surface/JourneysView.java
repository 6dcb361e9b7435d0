package dev.trellis.local.surface;

import dev.trellis.core.drawing.JourneyDrawing;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.journey.Enrollment;
import dev.trellis.core.journey.JourneyChange.Traveller;
import dev.trellis.core.journey.Standing;
import dev.trellis.core.json.Json;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.local.surface.LeadItems.Partition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Journeys, and who stands where in them now. */
final class JourneysView {

  private final LeadItems items;
  private final Playbook playbook;

  JourneysView(LeadItems items, Playbook playbook) {
    this.items = items;
    this.playbook = playbook;
  }

  /** Every journey with its figures. */
  List<Map<String, Object>> all() {
    var enrollments = enrollments();
    return playbook.journeys().values().stream().map(j -> tree(j, enrollments)).toList();
  }

  private static Map<String, Object> tree(Journey journey, List<Traveller> enrollments) {
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

  private static Standing standing(Journey journey, List<Traveller> enrollments) {
    return Standing.of(journey.id(), enrollments.stream().map(Traveller::enrollment));
  }

  /** One journey as a picture. */
  Optional<String> picture(String id, String language) {
    return Optional.ofNullable(playbook.journeys().get(id))
        .map(j -> JourneyDrawing.svg(j, playbook, standing(j, enrollments()), language));
  }

  /** Everybody who is on the way in a journey. */
  List<Traveller> travellers(String id) {
    return enrollments().stream()
        .filter(t -> t.enrollment().active() && t.enrollment().journey().equals(id))
        .toList();
  }

  private List<Traveller> enrollments() {
    try (var leads = LeadHistories.partitions(items)) {
      return leads.flatMap(JourneysView::enrollments).toList();
    }
  }

  private static Stream<Traveller> enrollments(Partition lead) {
    return lead.of("journey#").stream()
        .map(d -> new Traveller(d.lead(), d.as(Enrollment.class), lead.position()));
  }

  /**
   * Who would begin a journey if the playbook were the changed one: with the next thing that
   * happens to them, since a playbook that changes wakes nobody.
   */
  List<String> beginners(String id, Playbook changed, Instant now) {
    var then = new Enrolling(changed);
    var today = new Enrolling(playbook);
    try (var leads = LeadHistories.partitions(items)) {
      return leads
          .filter(lead -> begins(lead, id, then, now) && !begins(lead, id, today, now))
          .map(lead -> lead.lead().lead())
          .toList();
    }
  }

  private static boolean begins(Partition lead, String id, Enrolling enrolling, Instant now) {
    var isOwn =
        enrollments(lead)
            .collect(
                Collectors.partitioningBy(
                    t -> t.lead().equals(lead.lead().lead()),
                    Collectors.mapping(Traveller::enrollment, Collectors.toList())));
    return enrolling
        .due(lead.lead().profile(), lead.position(), isOwn.get(true), isOwn.get(false), now)
        .stream()
        .anyMatch(e -> e.journey().equals(id));
  }
}
