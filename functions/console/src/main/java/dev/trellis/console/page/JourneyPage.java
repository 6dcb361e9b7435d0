package dev.trellis.console.page;

import dev.trellis.console.html.Html;
import dev.trellis.console.html.Words;
import dev.trellis.console.view.JourneysView;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.profile.Field;
import java.util.List;
import java.util.stream.Collectors;

/** Journeys for people: how many are in each, and its picture. */
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
          words.link(JourneysView.picturePath(journey.id()), journey.name().get(words.language())),
          journey.version(),
          journey.active(),
          Html.escape(ended),
          pause(journey));
    }
    return words.page("/journeys", table.orElse(words.say("lead.no-journeys")));
  }

  private String pause(JourneysView.Line journey) {
    var path = "/journeys/" + journey.id();
    var paused = journey.paused();
    return paused == null
        ? words.button(path + "/pause", words.say("journey.pause"))
        : Html.escape(paused.actor())
            + " · "
            + Html.time(words, paused.at())
            + words.button(path + "/resume", words.say("journey.resume"));
  }
}
