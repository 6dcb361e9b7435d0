package dev.trellis.console.page;

import dev.trellis.console.drawing.JourneyDrawing;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.view.JourneysView;
import dev.trellis.console.visit.Role;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.JourneyPauses.By;
import dev.trellis.core.profile.Field;
import java.util.List;
import java.util.stream.Collectors;

/** Journeys for people: whom each is for, and its picture. */
public record JourneyPage(Playbook playbook, Words words) {

  public String html(List<JourneysView.Line> journeys) {
    var vocabulary = new PlaybookVocabulary(playbook, words.language());
    var table =
        words.table(
            "journey", "journey.version", "journey.active", "journey.ended", "journey.paused");
    for (var journey : journeys) {
      var ended =
          journey.ended().entrySet().stream()
              .map(e -> vocabulary.word(Field.JOURNEY, e.getKey()) + " " + e.getValue())
              .collect(Collectors.joining(words.of("，", ", ")));
      table.row(
          words.link(JourneyList.picture(journey.id()), journey.name().get(words.language())),
          journey.version(),
          journey.active(),
          Html.escape(ended),
          pause(journey.id(), journey.paused()));
    }
    return words.page(JourneyList.PATH, table.orElse(words.say("lead.no-journeys")));
  }

  /** All of them, where nobody counts who stands at which step. */
  public String all(List<JourneyList.Line> journeys) {
    var table =
        words.table(
            "journey", "journey.begins", "journey.people", "journey.version", "journey.paused");
    for (var journey : journeys) {
      table.row(
          words.link(JourneyList.PATH + "/" + journey.id(), journey.name().get(words.language())),
          begins(journey),
          people(journey),
          journey.version(),
          pause(journey.id(), journey.paused()));
    }
    return words.page(
        JourneyList.PATH,
        "<p>"
            + Html.escape(words.say("journey.uncounted"))
            + "</p>"
            + table.orElse(words.say("lead.no-journeys")));
  }

  /** One of them with its picture. */
  public String one(JourneyList.Line journey) {
    var id = journey.id();
    var own = playbook.journeys().get(id);
    return Html.titled(
        words,
        journey.name().get(words.language()),
        "<dl>"
            + Html.entry(words.say("journey.begins"), begins(journey))
            + Html.entry(words.say("journey.people"), people(journey))
            + Html.entry(words.say("journey.version"), String.valueOf(journey.version()))
            + Html.entry(words.say("journey.paused"), pause(id, journey.paused()))
            + "</dl><p>"
            + words.link(PlaybookPages.PATH + "/journey/" + id, words.say("playbook.used"))
            + " · "
            + words.link(journey.picture(), words.say("journey.picture"))
            + "</p><p>"
            + Html.escape(words.say("journey.uncounted"))
            + "</p><div class=\"drawing\" tabindex=\"0\">"
            + JourneyDrawing.svg(own, playbook, words.language())
            + "</div>");
  }

  private String begins(JourneyList.Line journey) {
    return Html.escape(
        JourneyDrawing.start(playbook.journeys().get(journey.id()), playbook, words.language()));
  }

  // A group's list says who they are, a pool's as well.
  private String people(JourneyList.Line journey) {
    return journey.people() == null
        ? ""
        : words.link(
            journey.pool() == null
                ? "/audiences/" + journey.group()
                : "/leads?pool=" + Html.parameter(journey.pool()),
            journey.people());
  }

  private String pause(String id, By paused) {
    var path = JourneyList.PATH + "/" + id;
    var since =
        paused == null ? "" : Html.escape(paused.actor()) + " · " + Html.time(words, paused.at());
    return !words.may(Role.MARKETER)
        ? since
        : paused == null
            ? words.button(path + "/pause", words.say("journey.pause"))
            : since + words.button(path + "/resume", words.say("journey.resume"));
  }
}
