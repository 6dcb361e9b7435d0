package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CallRecorded;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.journey.Program;
import dev.trellis.core.journey.Step;
import dev.trellis.core.lifecycle.Grouping;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;

/** What has to happen to a lead for a journey to begin. */
public final class Entrance {

  private final List<Journey> way;
  private final Playbook playbook;

  /**
   * @throws IllegalArgumentException if there is no such journey, or nothing begins it
   */
  public Entrance(String journey, Playbook playbook) {
    this.playbook = playbook;
    var rehearsed = playbook.journeys().get(journey);
    if (rehearsed == null) {
      throw new IllegalArgumentException(
          "there is no journey %s; there are: %s"
              .formatted(journey, String.join(", ", playbook.journeys().keySet())));
    }
    this.way =
        way(List.of(rehearsed))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s is begun by a step of another journey, and none has that step"
                        .formatted(journey)));
  }

  /**
   * The journeys to go through: the rehearsed one comes last, and before it those whose steps begin
   * the next one.
   */
  public List<String> journeys() {
    return way.stream().map(Journey::id).toList();
  }

  private Optional<List<Journey>> way(List<Journey> tail) {
    var next = tail.getFirst();
    if (!(next.trigger() instanceof Trigger.Enrolled)) {
      return Optional.of(tail);
    }
    return playbook.journeys().values().stream()
        .filter(other -> !tail.contains(other) && enrolls(other, next))
        .flatMap(other -> way(Stream.concat(Stream.of(other), tail.stream()).toList()).stream())
        .findFirst();
  }

  private static boolean enrolls(Journey journey, Journey next) {
    return Program.of(journey).steps().stream()
        .anyMatch(step -> step instanceof Step.Enroll e && e.journey().equals(next.id()));
  }

  /** What is told of a lead at one instant. */
  public List<LeadEvent> events(Part part, Instant at) {
    return switch (way.getFirst().trigger()) {
      case Trigger.Submits(String form) ->
          told(new Life(List.of(submission(form, part.answers())), true), part, at);
      case Trigger.Enters(String pool) ->
          into("pool " + pool, portrait -> placed(portrait).isIn(pool), part, at);
      case Trigger.Joins(String group) ->
          into("group " + group, portrait -> isIn(group, portrait), part, at);
      case Trigger.CallsBack _ -> told(new Life(List.of(call(at)), true), part, at);
      case Trigger.Enrolled _ -> throw new IllegalStateException("begins by another journey");
      case Trigger.Letter _ ->
          throw new IllegalArgumentException("a letter is counted before it goes, not rehearsed");
    };
  }

  private List<LeadEvent> into(String place, Predicate<Portrait> isThere, Part part, Instant at) {
    return Life.all(part.answers(), at).stream()
        .map(life -> told(life, part, at))
        .filter(events -> isThere.test(portrait(events, at)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the rehearsal knows no way into the %s, which begins %s"
                    .formatted(place, way.getFirst().id())));
  }

  private Portrait portrait(List<LeadEvent> events, Instant at) {
    var profile = Profile.of(playbook.company().days());
    for (var event : events) {
      profile = profile.with(event);
    }
    return Portrait.of("nobody", profile, playbook, at);
  }

  private Placement placed(Portrait portrait) {
    return new Lifecycle(playbook).place(portrait);
  }

  private boolean isIn(String group, Portrait portrait) {
    return new Grouping(playbook.audiences().all())
        .of(portrait, placed(portrait), Optional.empty(), List.of())
        .containsKey(group);
  }

  private static List<LeadEvent> told(Life life, Part part, Instant at) {
    var events = new ArrayList<LeadEvent>();
    for (var happening : life.happenings()) {
      var id = "rehearsed-%d-%d".formatted(part.number(), events.size());
      var when = at.plusMillis(events.size());
      var names = part.identities(life.hasMobile());
      events.add(LeadEvent.of(id, when, Channel.EXPO, names, Origin.NONE, happening));
    }
    return events;
  }

  private static CallRecorded call(Instant at) {
    var back = at.plus(Duration.ofDays(1));
    return new CallRecorded("sdr", "callback", new TreeMap<>(), null, back);
  }

  private FormSubmitted submission(String form, Map<String, String> answers) {
    var toConfirm = playbook.form(form).filter(Form::doubleOptIn).isPresent();
    return new FormSubmitted(form, new TreeMap<>(answers), true, "en", null, toConfirm);
  }
}
