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
public final class JourneyPage {

  private final Words words;
  private final PlaybookVocabulary vocabulary;

  public JourneyPage(Playbook playbook, Words words) {
    this.words = words;
    this.vocabulary = new PlaybookVocabulary(playbook, words.language());
  }

  public String html(List<JourneysView.Line> journeys) {
    var title = words.of("旅程", "Journeys");
    return Html.page(
        words,
        title,
        Html.home(words)
            + "<h1>"
            + title
            + "</h1>"
            + Html.table(
                Html.each(journeys, this::line),
                words.of("旅程", "Journey"),
                words.of("版本", "Version"),
                words.of("进行中", "Under way"),
                words.of("已结束", "Ended")));
  }

  private String line(JourneysView.Line journey) {
    var ended =
        journey.ended().entrySet().stream()
            .map(e -> outcome(e.getKey()) + " " + e.getValue())
            .collect(Collectors.joining(words.of("，", ", ")));
    return Html.row(
        Html.link(journey.picture(), journey.name().get(words.language())),
        Html.escape(journey.version()),
        Html.escape(journey.active()),
        Html.escape(ended));
  }

  private String outcome(String word) {
    return vocabulary.word(Field.JOURNEY, word);
  }
}
