package dev.trellis.local.rehearsal;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.journey.Journey;
import dev.trellis.core.journey.Trigger;
import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What has to happen to a lead for a journey to begin. */
public final class Entrance {

  /** No form of any playbook, so that nothing but the pool starts a journey. */
  private static final String NO_FORM = "rehearsal";

  /** Lives that lead into one pool or another. */
  private static final List<Function<Map<String, String>, List<Happening>>> WAYS =
      List.of(
          all -> List.of(form(NO_FORM, all)),
          all -> List.of(form(NO_FORM, without(all, "need"))),
          all -> List.of(form(NO_FORM, without(all, "need", "industry"))),
          all -> List.of(form(NO_FORM, with(all, "plan", "within-3-months"))),
          all -> List.of(form(NO_FORM, without(all, "mobile"))),
          all -> List.of(form(NO_FORM, all), crm("accepted", Map.of())),
          all -> List.of(form(NO_FORM, all), crm("won", Map.of("products", "capture"))),
          all -> List.of(form(NO_FORM, all), crm("won", Map.of("products", "insight"))));

  private final Journey journey;
  private final Playbook playbook;

  /**
   * @throws IllegalArgumentException if there is no such journey, or it never begins by itself
   */
  public Entrance(String journey, Playbook playbook) {
    this.playbook = playbook;
    this.journey = playbook.journeys().get(journey);
    if (this.journey == null) {
      throw new IllegalArgumentException(
          "there is no journey %s; there are: %s"
              .formatted(journey, String.join(", ", playbook.journeys().keySet())));
    }
    if (this.journey.trigger() instanceof Trigger.Enrolled) {
      throw new IllegalArgumentException(
          "%s is begun by a step of another journey; rehearse that one".formatted(journey));
    }
  }

  /** What is told of a lead at one instant. */
  public List<LeadEvent> events(Part part, Instant at) {
    var happenings =
        switch (journey.trigger()) {
          case Trigger.Submits(String form) -> List.<Happening>of(submission(form, part.answers()));
          case Trigger.Enters(String pool) -> into(pool, part, at);
          case Trigger.Enrolled _ -> throw new IllegalStateException("begins by another journey");
        };
    return events(happenings, part, at);
  }

  private List<Happening> into(String pool, Part part, Instant at) {
    return WAYS.stream()
        .map(way -> way.apply(part.answers()))
        .filter(way -> leads(way, pool, part, at))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the rehearsal knows no way into the pool %s, which begins %s"
                    .formatted(pool, journey.id())));
  }

  private boolean leads(List<Happening> way, String pool, Part part, Instant at) {
    var profile = Profile.EMPTY;
    for (var event : events(way, part, at)) {
      profile = profile.with(event);
    }
    var portrait = Portrait.of("nobody", profile, playbook, at);
    return new Lifecycle(playbook).place(portrait).isIn(pool);
  }

  private static List<LeadEvent> events(List<Happening> happenings, Part part, Instant at) {
    var events = new ArrayList<LeadEvent>();
    for (var happening : happenings) {
      var id = "rehearsed-%d-%d".formatted(part.number(), events.size());
      var when = at.plusMillis(events.size());
      events.add(LeadEvent.of(id, when, Channel.EXPO, part.identities(), Origin.NONE, happening));
    }
    return events;
  }

  private static FormSubmitted form(String form, Map<String, String> answers) {
    return new FormSubmitted(form, new TreeMap<>(answers), true, "en", null);
  }

  private FormSubmitted submission(String form, Map<String, String> answers) {
    var toConfirm = playbook.form(form).filter(Form::doubleOptIn).isPresent();
    return new FormSubmitted(form, new TreeMap<>(answers), true, "en", null, toConfirm);
  }

  private static CrmChanged crm(String status, Map<String, String> values) {
    return new CrmChanged("rehearsal", null, status, null, null, "sales", new TreeMap<>(values));
  }

  private static Map<String, String> with(Map<String, String> all, String name, String value) {
    var some = new TreeMap<>(all);
    some.put(name, value);
    return some;
  }

  private static Map<String, String> without(Map<String, String> all, String... names) {
    var some = new TreeMap<>(all);
    some.keySet().removeAll(List.of(names));
    return some;
  }
}
