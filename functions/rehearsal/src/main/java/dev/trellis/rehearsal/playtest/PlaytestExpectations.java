package dev.trellis.rehearsal.playtest;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.yaml.Yaml;
import dev.trellis.rehearsal.playtest.Playtest.Expected;
import dev.trellis.rehearsal.playtest.Playtest.Letter;
import java.util.ArrayList;
import java.util.List;

/** Reads what a test of the playbook expects in the end. */
final class PlaytestExpectations {

  private final Playbook playbook;
  private final PlaytestWords words;

  PlaytestExpectations(Playbook playbook) {
    this.playbook = playbook;
    this.words = new PlaytestWords(playbook);
  }

  List<Expected> read(Yaml then) {
    then.only("stage", "pool", "heat", "score", "tags", "mails", "handoffs");
    var all = new ArrayList<Expected>();
    if (then.isMapping()) {
      then.map().forEach((key, place) -> all.addAll(expected(key, place)));
    }
    if (all.isEmpty()) {
      then.problem("expects nothing", "Add a stage, pool, heat, score, tags, mails or handoffs");
    }
    return all;
  }

  private List<Expected> expected(String key, Yaml place) {
    return switch (key) {
      case "stage", "pool", "heat" ->
          List.of(new Playtest.OneOf(place.line(), key, words.read(key, place)));
      case "score" -> points(place);
      case "tags" -> tags(place);
      case "mails" -> List.of(new Playtest.Mailed(place.line(), letters(place)));
      case "handoffs" -> List.of(new Playtest.HandedOff(place.line(), place.number()));
      default -> List.of();
    };
  }

  private List<Expected> points(Yaml place) {
    var all = new ArrayList<Expected>();
    place
        .map()
        .forEach((score, bounds) -> {
          words.score(bounds, score);
          bounds.only("from", "to");
          all.add(
              new Playtest.Points(
                  bounds.line(),
                  score,
                  bounds.find("from").map(Yaml::number).orElse(0),
                  bounds.find("to").map(Yaml::number).orElse(Integer.MAX_VALUE)));
        });
    return all;
  }

  private List<Expected> tags(Yaml place) {
    place.only("has", "lacks");
    var all = new ArrayList<Expected>();
    for (var key : List.of("has", "lacks")) {
      for (var tag :
          place.find(key).map(t -> t.isList() ? t.list() : List.of(t)).orElse(List.of())) {
        all.add(new Playtest.Tagged(tag.line(), words.tag(tag), key.equals("has")));
      }
    }
    return all;
  }

  private List<Letter> letters(Yaml place) {
    var all = new ArrayList<Letter>();
    for (var line : place.list()) {
      if (line.isMapping()) {
        line.map().forEach((mail, content) -> all.add(letter(line, mail, content.text())));
      } else {
        all.add(letter(line, line.text(), null));
      }
    }
    return all;
  }

  private Letter letter(Yaml line, String mail, String content) {
    PlaytestDeeds.known(line, "mail", mail, playbook.mails());
    if (content != null) {
      PlaytestDeeds.known(line, "content", content, playbook.contents());
    }
    return new Letter(mail, content);
  }
}
