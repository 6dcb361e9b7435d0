package dev.trellis.rehearsal.playtest;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Stage;
import dev.trellis.core.portrait.Heat;
import dev.trellis.playbook.yaml.Yaml;
import dev.trellis.rehearsal.playtest.Playtest.Expected;
import dev.trellis.rehearsal.playtest.Playtest.HandedOff;
import dev.trellis.rehearsal.playtest.Playtest.Letter;
import dev.trellis.rehearsal.playtest.Playtest.Mailed;
import dev.trellis.rehearsal.playtest.Playtest.OneOf;
import dev.trellis.rehearsal.playtest.Playtest.Points;
import dev.trellis.rehearsal.playtest.Playtest.Tagged;
import dev.trellis.rehearsal.playtest.PlaytestsFile.Bounds;
import dev.trellis.rehearsal.playtest.PlaytestsFile.Mails;
import dev.trellis.rehearsal.playtest.PlaytestsFile.Plain;
import dev.trellis.rehearsal.playtest.PlaytestsFile.Then;
import dev.trellis.rehearsal.playtest.PlaytestsFile.WithContent;
import java.util.ArrayList;
import java.util.List;

/**
 * What a test of the playbook expects in the end; a misspelt word must not pass as something that
 * nobody has.
 */
final class PlaytestExpectations {

  private static final String INTEREST = "interest.";

  private final Playbook playbook;
  private final List<Expected> all = new ArrayList<>();

  private PlaytestExpectations(Playbook playbook) {
    this.playbook = playbook;
  }

  static List<Expected> of(Then then, Playbook playbook) {
    var expectations = new PlaytestExpectations(playbook);
    expectations.add(then);
    if (expectations.all.isEmpty()) {
      then.at()
          .problem("expects nothing", "Add a stage, pool, heat, score, tags, mails or handoffs");
    }
    return expectations.all;
  }

  private void add(Then then) {
    var stages = playbook.stages().stream().map(Stage::id).toList();
    oneOf(then, "stage", then.stage().stream().map(stage -> stage.oneOf(stages)).toList());
    oneOf(
        then, "pool", then.pool().stream().map(pool -> pool.oneOf(playbook.poolPaths())).toList());
    oneOf(then, "heat", then.heat().stream().map(Heat.Level::word).toList());
    then.score().forEach(this::points);
    then.tags()
        .ifPresent(tags -> {
          tags.has().forEach(tag -> tagged(tag, true));
          tags.lacks().forEach(tag -> tagged(tag, false));
        });
    then.mails().ifPresent(mails -> all.add(new Mailed(line(then, "mails"), letters(mails))));
    then.handoffs().ifPresent(times -> all.add(new HandedOff(line(then, "handoffs"), times)));
  }

  private static int line(Then then, String key) {
    return then.at().get(key).line();
  }

  private void oneOf(Then then, String what, List<String> words) {
    if (!words.isEmpty()) {
      all.add(new OneOf(line(then, what), what, words));
    }
  }

  private void points(String score, Bounds bounds) {
    var topics = playbook.contents().values().stream().map(c -> c.topic()).distinct().toList();
    if (score.startsWith(INTEREST) && !topics.contains(score.substring(INTEREST.length()))) {
      bounds
          .at()
          .problem(
              "there is no score \"" + score + "\"",
              "Take a topic of contents.yaml: " + String.join(", ", topics));
    }
    int most = bounds.to().orElse(Integer.MAX_VALUE);
    all.add(new Points(bounds.at().line(), score, bounds.from(), most));
  }

  private void tagged(Yaml tag, boolean isThere) {
    var isKnown =
        playbook.tagScheme().layer(tag.text()).isPresent()
            || playbook.contents().values().stream().anyMatch(c -> c.tags().contains(tag.text()));
    if (!isKnown) {
      tag.problem("there is no tag \"" + tag.text() + "\"", "Use one of tags.yaml");
    }
    all.add(new Tagged(tag.line(), tag.text(), isThere));
  }

  private List<Letter> letters(Mails mails) {
    var letters = new ArrayList<Letter>();
    for (var said : mails.letters()) {
      switch (said) {
        case Plain(var at, var mail) -> letters.add(letter(at, mail, null));
        case WithContent(var at, var contents) ->
            contents.forEach((mail, content) -> letters.add(letter(at, mail, content)));
      }
    }
    return letters;
  }

  private Letter letter(Yaml at, String mail, String content) {
    at.names("mail", mail, playbook.mails().keySet());
    at.names("content", content, playbook.contents().keySet());
    return new Letter(mail, content);
  }
}
