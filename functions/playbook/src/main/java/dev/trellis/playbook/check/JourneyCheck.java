package dev.trellis.playbook.check;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.journey.Programs;
import dev.trellis.core.journey.Step;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Journey.Again;
import dev.trellis.core.playbook.MailText;
import dev.trellis.core.playbook.MailText.Kind;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.playbook.yaml.Yaml;

/** What journeys name must exist, and what they send must be there to be sent (R92). */
final class JourneyCheck {

  private final Playbook playbook;
  private final Programs programs;
  private final Map<String, Yaml> places;
  private final Set<String> pools;
  private final Askable names;

  JourneyCheck(Playbook playbook, Map<String, Yaml> places, Set<String> pools) {
    this.playbook = playbook;
    this.programs = new Programs(playbook);
    this.places = places;
    this.pools = pools;
    this.names = new Askable(playbook);
  }

  void run() {
    playbook.journeys().forEach(this::journey);
    playbook.formerJourneys().forEach(this::journey);
  }

  private void journey(String name, Journey journey) {
    var place = places.get("journey " + name);
    switch (journey.trigger()) {
      case Trigger.Submits(String form) -> place.names("form", form, playbook.forms().keySet());
      case Trigger.Enters(String pool) -> pool(place, "starts on entering", pool);
      case Trigger.Joins(String group) -> group(place, group);
      case Trigger.Letter letter when !letter.built() -> group(place, letter.group());
      case Trigger.Letter _, Trigger.CallsBack _, Trigger.Enrolled _ -> {}
    }
    if (journey.until() != null) {
      pool(place, "ends on leaving", journey.until());
    }
    var steps = programs.of(journey).steps();
    if (journey.again() == Again.ALWAYS && steps.stream().noneMatch(Step.Wait.class::isInstance)) {
      place.problem(
          "starts again at once whenever it ends, and never waits",
          "Add a wait, or leave \"again\" out");
    }
    var isAfterContent = false;
    for (var step : steps) {
      var at = places.getOrDefault("journey " + name + " step " + step.id(), place);
      step(at, journey, step);
      if (step instanceof Step.AwaitRead && !isAfterContent) {
        at.problem("awaits a read, and no content was sent before", "Send a content first");
      }
      isAfterContent |= step instanceof Step.Send send && send.content() != null;
    }
  }

  private void step(Yaml place, Journey journey, Step step) {
    switch (step) {
      case Step.Send send -> {
        place.names("mail", send.mail(), playbook.mails().keySet());
        Optional.ofNullable(playbook.mails().get(send.mail()))
            .ifPresent(mail -> {
              mail(place, mail, send);
              if (journey.trigger() instanceof Trigger.Letter && mail.kind() != Kind.NURTURE) {
                place.problem(
                    "sends the mail \"" + mail.id() + "\", which is for who asked for it",
                    "Write \"kind: nurture\" in the mail, or send another one");
              }
            });
        if (send.content() != null) {
          content(place, send.content());
        }
      }
      case Step.When when -> condition(place, when.condition());
      case Step.Await await -> condition(place, await.condition());
      case Step.Enroll enroll -> {
        place.names("journey", enroll.journey(), playbook.journeys().keySet());
        var other = playbook.journeys().get(enroll.journey());
        if (other != null && leadsBack(other, journey, new HashSet<>())) {
          place.problem(
              "leads back to this journey, and nobody ever waits",
              "Add a wait to one of the journeys on the way");
        }
        if (other != null && !(other.trigger() instanceof Trigger.Enrolled)) {
          place.problem(
              "enrolls in \"" + other.id() + "\", which starts otherwise",
              "Write \"on: enroll\" in journeys/" + other.id() + ".yaml");
        }
      }
      case Step.Demote _ -> {
        if (journey.until() == null) {
          place.problem(
              "demotes, but the journey is for no pool", "Add \"until: { leaves: <pool> }\"");
        }
      }
      default -> {}
    }
  }

  // What is sent by "alert" goes to our own people, and nothing else does.
  private static void mail(Yaml place, MailText mail, Step.Send send) {
    if (place.has("alert") != (mail.kind() == Kind.INTERNAL)) {
      place.problem(
          place.has("alert")
              ? "alerts by the mail \"" + mail.id() + "\", which goes to the lead"
              : "sends the mail \"" + mail.id() + "\", which is for our own people",
          place.has("alert")
              ? "Write \"kind: internal\" in the mail"
              : "Write alert: " + mail.id());
    }
    if (send.content() == null) {
      needingContent(mail)
          .ifPresent(variable ->
              place.problem(
                  "sends the mail \"%s\" without the content that its {{%s}} needs"
                      .formatted(mail.id(), variable),
                  "Add a content, or a topic, type or form"));
    }
  }

  private static Optional<String> needingContent(MailText mail) {
    var variables = MailVariables.ofBody(mail.kind());
    return Stream.of(mail.subject(), mail.body())
        .flatMap(wording -> wording.texts().values().stream())
        .flatMap(text -> MailTemplate.of(text, variables).needingContent().stream())
        .findFirst();
  }

  private void condition(Yaml place, Condition condition) {
    condition
        .leaves()
        .forEach(leaf -> {
          if (!names.isField(leaf.field())) {
            place.problem(
                "asks for \"" + leaf.field() + "\", which nothing ever tells",
                "Use a field of fields.yaml or of a form, or: tag, activity, fit, excluded");
          } else if (leaf.field().equals("tag") && leaf.test() instanceof Condition.In(var tags)) {
            tags.stream()
                .filter(tag -> !names.isTag(tag))
                .forEach(tag ->
                    place.problem(
                        "asks for the tag \"" + tag + "\", which nobody can have",
                        "Use one of tags.yaml, or of a content"));
          }
        });
  }

  private boolean leadsBack(Journey from, Journey to, Set<String> seen) {
    return seen.add(from.id())
        && !mayWait(from)
        && !mayWait(to)
        && (from.id().equals(to.id())
            || programs.of(from).steps().stream()
                .anyMatch(s ->
                    s instanceof Step.Enroll enroll
                        && playbook.journeys().containsKey(enroll.journey())
                        && leadsBack(playbook.journeys().get(enroll.journey()), to, seen)));
  }

  private boolean mayWait(Journey journey) {
    return programs.of(journey).steps().stream()
        .anyMatch(
            s -> s instanceof Step.Wait || s instanceof Step.Await || s instanceof Step.AwaitRead);
  }

  private void content(Yaml place, ContentQuery query) {
    place.names("content", query.content(), playbook.contents().keySet());
    place.names("content", query.fallback(), playbook.contents().keySet());
    if (query.content() == null
        && playbook.contents().values().stream().noneMatch(query::asksFor)) {
      place.problem(
          "finds no content of " + query.facets(), "Add one to contents.yaml or change the step");
    }
  }

  private void group(Yaml place, String group) {
    place.names("group", group, playbook.audiences().all().stream().map(Audience::id).toList());
  }

  private void pool(Yaml place, String how, String pool) {
    if (!pools.contains(pool)) {
      place.problem(
          how + " \"" + pool + "\", which is no pool",
          "Use one of: " + String.join(", ", pools.stream().sorted().toList()));
    }
  }
}
