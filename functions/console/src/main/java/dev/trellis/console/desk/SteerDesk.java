package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.console.view.Leads;
import dev.trellis.console.visit.Visit;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.PutIntoJourney;
import dev.trellis.core.event.Happening.TakenOutOfJourney;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import dev.trellis.core.journey.Enrolling;
import dev.trellis.core.journey.Enrolling.Obstacle;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.port.JourneyPauses;
import dev.trellis.core.port.JourneyPauses.By;
import dev.trellis.core.port.LeadFile;
import dev.trellis.core.text.Characters;

/**
 * Who goes through journeys, by hand: a journey stands still for all, or one lead is put into it or
 * taken out.
 *
 * @param leadEvents takes a message's body and returns once it is durable
 */
public record SteerDesk(Leads leads, JourneyPauses pauses, Consumer<String> leadEvents) {

  private static final String JOURNEYS = "/journeys";

  private static final int LONGEST = 200;

  /** Nobody takes a step of the journey until it is resumed. */
  public Response pause(Visit visit) {
    return steered(
        visit, journey -> pauses.pause(journey.id(), new By(visit.actor(), leads.now())));
  }

  /** Everybody goes on. */
  public Response resume(Visit visit) {
    return steered(visit, journey -> pauses.resume(journey.id()));
  }

  private Response steered(Visit visit, Consumer<Journey> deed) {
    var journey = journey(visit.path("id"));
    journey.ifPresent(deed);
    return journey
        .map(_ ->
            visit.wantsHtml()
                ? Response.seeOther(visit.base() + JOURNEYS)
                : Showing.json(200, Map.of("paused", pauses.paused().journeys())))
        .orElseGet(() -> Showing.none("journey"));
  }

  /** Puts the lead in, if nothing keeps it from that. */
  public Response start(Visit visit) {
    return of(
        visit,
        (file, journey) ->
            Enrolling.obstacle(
                    journey, leads.portrait(file.lead()), file.position(), file.own().enrollments())
                .map(SteerDesk::words),
        journey -> new PutIntoJourney(visit.actor(), reason(visit), journey.id()),
        "put-in");
  }

  /** Takes the lead out, if it is in. */
  public Response stop(Visit visit) {
    return of(
        visit,
        (file, journey) ->
            file.own().enrollments().stream()
                    .anyMatch(e -> e.active() && e.journey().equals(journey.id()))
                ? Optional.empty()
                : Optional.of("it is not in this journey"),
        journey -> new TakenOutOfJourney(visit.actor(), reason(visit), journey.id()),
        "taken-out");
  }

  private Response of(
      Visit visit,
      BiFunction<LeadFile, Journey, Optional<String>> objection,
      Function<Journey, Happening> deed,
      String done) {
    var journey = journey(visit.path("journey"));
    var file = leads.files().look(visit.path("id"));
    if (file.isEmpty() || !file.get().lead().isLiving()) {
      return Showing.none("lead");
    } else if (journey.isEmpty()) {
      return Showing.none("journey");
    }
    var lead = file.get().lead().lead();
    return objection
        .apply(file.get(), journey.get())
        .map(why -> Showing.problem(409, why))
        .orElseGet(() -> send(visit, lead, deed.apply(journey.get()), done));
  }

  private Response send(Visit visit, String lead, Happening happening, String done) {
    var event =
        LeadEvent.about(lead, visit.hand().event(lead), leads.now(), Channel.SYSTEM, happening);
    leadEvents.accept(event.toJson());
    return visit.wantsHtml()
        ? visit.back(visit.base() + "/leads/" + lead, done)
        : Showing.json(202, Map.of("event", event.id()));
  }

  private static String words(Obstacle obstacle) {
    return switch (obstacle) {
      case UNDER_WAY -> "it is in this journey";
      case EXCLUDED -> "a rule excludes it";
      case NOT_IN_POOL -> "it is not in the pool that this journey is for";
      case NEVER_SUBMITTED -> "it never sent the form that this journey answers";
    };
  }

  private Optional<Journey> journey(String id) {
    return Optional.ofNullable(leads.playbook().journeys().get(id));
  }

  // As a form says it, a program, or the address.
  private static String reason(Visit visit) {
    var said = visit.request().text().isBlank() ? null : LeadDesk.typed(visit).get("reason");
    var reason = Optional.ofNullable(said).or(() -> visit.query("reason")).map(String::strip);
    if (reason.filter(r -> r.length() > LONGEST || !Characters.arePlain(r)).isPresent()) {
      throw new IllegalArgumentException(
          "reason is one line of at most " + LONGEST + " characters");
    }
    return reason.filter(r -> !r.isEmpty()).orElse(null);
  }
}
