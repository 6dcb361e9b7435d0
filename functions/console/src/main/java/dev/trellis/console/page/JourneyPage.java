package dev.trellis.console.page;

import dev.trellis.console.drawing.JourneyDrawing;
import dev.trellis.console.html.Html;
import dev.trellis.console.html.Names;
import dev.trellis.console.html.Words;
import dev.trellis.console.policy.JourneyList;
import dev.trellis.console.policy.JourneySheet;
import dev.trellis.console.view.JourneyBoard;
import dev.trellis.console.view.LeadList;
import dev.trellis.console.visit.Role;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.port.JourneyPauses.By;
import dev.trellis.core.profile.Field;
import java.util.List;
import java.util.stream.Collectors;

/** Journeys for people: whom each is for, and its picture. */
public record JourneyPage(Playbook playbook, Words words) {

  /** All of them. */
  public String all(List<JourneyList.Line> journeys) {
    var table =
        words.table(
            "journey",
            "journey.begins",
            "journey.people",
            "journey.active",
            "journey.ended",
            "journey.version",
            "journey.paused");
    for (var journey : journeys) {
      table.row(
          words.link(JourneyList.PATH + "/" + journey.id(), journey.name().get(words.language())),
          begins(journey),
          people(journey),
          journey.active(),
          ended(journey),
          journey.version(),
          pause(journey.id(), journey.paused()));
    }
    return words.page(JourneyList.PATH, table.orElse(words.say("lead.no-journeys")));
  }

  /** One of them with its picture and the figures of its steps. */
  public String one(JourneySheet sheet, Flow flow) {
    var journey = sheet.line();
    var id = journey.id();
    var own = playbook.journeys().get(id);
    return Html.titled(
        words,
        journey.name().get(words.language()),
        "<dl>"
            + Html.entry(words.say("journey.begins"), begins(journey))
            + Html.entry(words.say("journey.people"), people(journey))
            + Html.entry(words.say("journey.active"), String.valueOf(journey.active()))
            + Html.entry(words.say("journey.ended"), ended(journey))
            + Html.entry(words.say("journey.version"), String.valueOf(journey.version()))
            + Html.entry(words.say("journey.paused"), pause(id, journey.paused()))
            + "</dl><p>"
            + words.link(PlaybookPages.PATH + "/journey/" + id, words.say("playbook.used"))
            + " · "
            + words.link(journey.picture(), words.say("journey.picture"))
            + "</p><div class=\"drawing\" tabindex=\"0\">"
            + JourneyDrawing.svg(own, playbook, flow, words.language())
            + "</div>"
            + steps(sheet));
  }

  private String steps(JourneySheet sheet) {
    var table =
        words.table(
            "journey.step",
            "journey.waiting",
            "journey.mails",
            "journey.skipped",
            "journey.then",
            "journey.otherwise");
    var text = text();
    for (var figures : sheet.steps()) {
      var step = text.step(sheet.line().id(), figures.step());
      table.row(
          step.map(text::said).orElse("") + "<br>" + Html.small(Html.escape(figures.step())),
          figures.waiting() == 0
              ? 0
              : words.link(waiting(sheet.line().id(), figures.step(), null), figures.waiting()),
          shown(figures.mails()),
          shown(figures.skipped()),
          shown(figures.then()),
          shown(figures.otherwise()));
    }
    return Html.section(
        words.say("journey.steps"),
        "<p>" + Html.escape(words.say("journey.counted")) + "</p>" + table.orElse(""));
  }

  private static String shown(Long figure) {
    return figure == null ? "" : figure.toString();
  }

  private StepText text() {
    return new StepText(playbook, words, new Names(playbook, words));
  }

  private static String waiting(String journey, String step, String after) {
    return JourneyList.PATH
        + "/"
        + journey
        + "/waiting?step="
        + Html.parameter(step)
        + (after == null ? "" : "&after=" + after);
  }

  /** Those who wait at a step. */
  public String waiting(JourneyBoard.Queue queue) {
    var id = queue.journey().id();
    var name = queue.journey().name().in(words.language());
    var step = text().step(id, queue.step()).map(text()::said).orElse("");
    return Html.titled(
        words,
        words.say("journey.waiting") + words.of("：", ": ") + name,
        "<p>"
            + words.link(JourneyList.PATH + "/" + id, name)
            + " · "
            + step
            + " "
            + Html.small(Html.escape(queue.step()))
            + "</p>"
            + new LeadPages(playbook, words).list(LeadList.of(queue.cards()))
            + (queue.next() == null
                ? ""
                : "<p>"
                    + words.link(waiting(id, queue.step(), queue.next()), words.say("leads.next"))
                    + "</p>"));
  }

  private String ended(JourneyList.Line journey) {
    var vocabulary = new PlaybookVocabulary(playbook, words.language());
    return Html.escape(
        journey.ended().entrySet().stream()
            .map(e -> vocabulary.word(Field.JOURNEY, e.getKey()) + " " + e.getValue())
            .collect(Collectors.joining(words.of("，", ", "))));
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
