package dev.trellis.console.view;

import module java.base;

import dev.trellis.console.journey.JourneyChange.Traveller;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadFile;

/** Who stands where in journeys, one lead after the other: to try out what a change would do. */
public record JourneysView(Everybody everybody) {

  /** Today's policy. */
  public Playbook playbook() {
    return everybody.leads().playbook();
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
