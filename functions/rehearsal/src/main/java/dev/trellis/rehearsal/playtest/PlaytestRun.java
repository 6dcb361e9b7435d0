package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.portrait.Score;
import dev.trellis.core.portrait.Tag;
import dev.trellis.rehearsal.playtest.Playtest.Expected;
import dev.trellis.rehearsal.playtest.Playtest.Given;
import dev.trellis.rehearsal.playtest.Playtest.HandedOff;
import dev.trellis.rehearsal.playtest.Playtest.Letter;
import dev.trellis.rehearsal.playtest.Playtest.Mailed;
import dev.trellis.rehearsal.playtest.Playtest.OneOf;
import dev.trellis.rehearsal.playtest.Playtest.Points;
import dev.trellis.rehearsal.playtest.Playtest.Tagged;

/** Runs a test of the playbook through the production use cases and compares. */
public final class PlaytestRun {

  private final Playtest test;
  private final Playing playing;
  private final Portrait portrait;
  private final Optional<Position> position;

  private PlaytestRun(Playtest test, Playing playing, Playbook playbook) {
    this.test = test;
    this.playing = playing;
    var lead = playing.lead().orElseThrow();
    this.portrait = Portrait.of(lead.lead(), lead.profile(), playbook, playing.now());
    this.position = playing.tables().position(lead.lead());
  }

  /** Something that is not as the test says. */
  public record Miss(String file, int line, String what, String expected, String found) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + what + ": expected " + expected + ", found " + found;
    }
  }

  /** Everything that is not as the test says; empty if all is well. */
  public static List<Miss> run(Playbook playbook, Playtest test) {
    var playing = new Playing(playbook, test.begins());
    test.given().stream()
        .sorted(Comparator.comparing(Given::after))
        .forEach(given -> {
          playing.until(test.begins().plus(given.after()));
          playing.happens(given);
        });
    playing.until(latest(test));
    var run = new PlaytestRun(test, playing, playbook);
    return test.then().stream().flatMap(expected -> run.miss(expected).stream()).toList();
  }

  private static Instant latest(Playtest test) {
    return test.given().stream()
        .map(Given::after)
        .max(Comparator.naturalOrder())
        .filter(last -> last.compareTo(test.lasts()) > 0)
        .map(test.begins()::plus)
        .orElse(test.begins().plus(test.lasts()));
  }

  private Optional<Miss> miss(Expected expected) {
    return switch (expected) {
      case OneOf one -> {
        var found = word(one.what());
        yield miss(
            one.words().contains(found), one, one.what(), String.join(" or ", one.words()), found);
      }
      case Points points -> {
        var found = points(points.score());
        var bounds =
            points.most() == Integer.MAX_VALUE
                ? "at least " + points.least()
                : "from " + points.least() + " to " + points.most();
        yield miss(
            found >= points.least() && found <= points.most(),
            points,
            "score " + points.score(),
            bounds,
            Long.toString(found));
      }
      case Tagged tagged -> {
        var tags = portrait.tags().stream().map(Tag::id).toList();
        yield miss(
            tags.contains(tagged.tag()) == tagged.isThere(),
            tagged,
            "tags",
            (tagged.isThere() ? "" : "no ") + tagged.tag(),
            tags.isEmpty() ? "none" : String.join(", ", tags));
      }
      case Mailed mailed -> {
        var found = playing.mails().stream().map(m -> new Letter(m.mail(), m.content())).toList();
        yield miss(
            found.equals(mailed.letters()), mailed, "mails", said(mailed.letters()), said(found));
      }
      case HandedOff handed -> {
        int found = playing.handoffs().size();
        yield miss(found == handed.times(), handed, "hand-offs", "" + handed.times(), "" + found);
      }
    };
  }

  private String word(String what) {
    return switch (what) {
      case "stage" -> position.map(p -> p.placement().stage()).orElse("none");
      case "pool" -> position.map(p -> p.placement().pool()).orElse("none");
      default -> portrait.heat().level().word();
    };
  }

  private long points(String name) {
    return portrait.scores().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .map(Score::whole)
        .orElse(0L);
  }

  private static String said(List<Letter> letters) {
    return letters.isEmpty()
        ? "none"
        : String.join(", ", letters.stream().map(Letter::toString).toList());
  }

  private Optional<Miss> miss(
      boolean holds, Expected expected, String what, String wanted, String found) {
    return holds
        ? Optional.empty()
        : Optional.of(new Miss(test.file(), expected.line(), what, wanted, found));
  }
}
