package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.drawing.JourneyDrawing;
import dev.trellis.console.journey.JourneyChange.Traveller;
import dev.trellis.console.journey.Standing;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.JourneyPauses.By;
import dev.trellis.core.port.LeadFile;

/** Journeys, and who stands where in them now. */
public record JourneysView(Everybody everybody) {

  /**
   * A journey with its figures.
   *
   * @param waiting how many wait at each step
   * @param ended how many ended with each outcome
   * @param paused who had it stand still for all; null if it goes on
   */
  public record Line(
      String id,
      int version,
      Map<String, String> name,
      int active,
      SortedMap<String, Integer> waiting,
      SortedMap<String, Integer> ended,
      String picture,
      By paused) {}

  /**
   * Every journey with its figures.
   *
   * @param base where the console stands
   */
  public List<Line> all(String base, Map<String, By> paused) {
    var enrollments = enrollments();
    return playbook().journeys().values().stream()
        .map(j -> line(j, enrollments, base, paused.get(j.id())))
        .toList();
  }

  private static Line line(Journey journey, List<Traveller> enrollments, String base, By paused) {
    var standing = standing(journey, enrollments);
    return new Line(
        journey.id(),
        journey.version(),
        journey.name().texts(),
        standing.active(),
        standing.waiting(),
        standing.ended(),
        base + JourneyList.picture(journey.id()),
        paused);
  }

  /** Today's policy. */
  public Playbook playbook() {
    return everybody.leads().playbook();
  }

  private static Standing standing(Journey journey, List<Traveller> enrollments) {
    return Standing.of(journey.id(), enrollments.stream().map(Traveller::enrollment));
  }

  /** One journey as a picture. */
  public Optional<String> picture(String id, String language) {
    return Optional.ofNullable(playbook().journeys().get(id))
        .map(j -> JourneyDrawing.svg(j, playbook(), standing(j, enrollments()), language));
  }

  /** Everybody who is on the way in a journey. */
  public List<Traveller> travellers(String id) {
    return enrollments().stream()
        .filter(t -> t.enrollment().active() && t.enrollment().journey().equals(id))
        .toList();
  }

  private List<Traveller> enrollments() {
    return everybody.all().flatMap(JourneysView::enrollments).toList();
  }

  private static Stream<Traveller> enrollments(LeadFile file) {
    return file.parts()
        .flatMap(part ->
            part.enrollments().stream()
                .map(e -> new Traveller(part.lead().lead(), e, file.position())));
  }

  /**
   * Who would begin a journey if the playbook were the changed one: with the next thing that
   * happens to them, or once the change reaches everybody.
   */
  public List<String> beginners(String id, Playbook changed) {
    var then = new Enrolling(changed);
    var today = new Enrolling(playbook());
    return everybody
        .all()
        .filter(file -> begins(file, id, then) && !begins(file, id, today))
        .map(file -> file.lead().lead())
        .toList();
  }

  private boolean begins(LeadFile file, String id, Enrolling enrolling) {
    var absorbed = file.absorbed().stream().flatMap(part -> part.enrollments().stream()).toList();
    return enrolling
        .due(
            file.lead().profile(),
            file.position(),
            file.own().enrollments(),
            absorbed,
            everybody.leads().now())
        .stream()
        .anyMatch(e -> e.journey().equals(id));
  }
}
