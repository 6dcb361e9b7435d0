package dev.trellis.rehearsal.playtest;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.Source;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Reads the tests of a playbook, {@code tests/*.yaml}. */
public final class PlaytestsReader {

  private static final String FOLDER = "tests";

  /** A Monday morning: nothing waits for quiet hours unless a test is about them. */
  private static final LocalDateTime BEGINNING = LocalDateTime.parse("2026-03-02T10:00");

  private final Playbook playbook;
  private final PlaytestDeeds deeds;
  private final PlaytestExpectations expectations;

  private PlaytestsReader(Playbook playbook) {
    this.playbook = playbook;
    this.deeds = new PlaytestDeeds(playbook);
    this.expectations = new PlaytestExpectations(playbook);
  }

  /** The tests of a playbook, and what is wrong with their files. */
  public record Playtests(List<Playtest> tests, List<Problem> problems) {}

  /** Reads the tests that the playbook brings along; one with a problem is left out. */
  public static Playtests read(Playbook playbook) {
    return read(playbook, playbook.root());
  }

  /** Reads the tests of another folder, as if the playbook had brought them along. */
  public static Playtests read(Playbook playbook, Path root) {
    var reader = new PlaytestsReader(playbook);
    var problems = new ArrayList<Problem>();
    var tests = new ArrayList<Playtest>();
    var source = new Source(root, playbook.company().languages(), new HashMap<>(), problems);
    for (var file : source.list(FOLDER, ".yaml")) {
      var place = Yaml.read(source.root(), file, problems);
      place.only("tests");
      var found = place.list("tests");
      if (found.isEmpty() && problems.isEmpty()) {
        place.problem("there is no test in it", "Add one below \"tests:\"");
      }
      for (var one : found) {
        int before = problems.size();
        var test = reader.test(file, one);
        if (problems.size() == before) {
          tests.add(test);
        }
      }
    }
    return new Playtests(List.copyOf(tests), List.copyOf(problems));
  }

  private Playtest test(String file, Yaml place) {
    place.only("test", "begins", "given", "when", "then");
    var given = place.list("given").stream().map(deeds::read).toList();
    if (given.isEmpty()) {
      place.problem("nothing happens in it", "Add at least one line below \"given:\"");
    }
    return new Playtest(
        file,
        place.line(),
        place.text("test"),
        place.find("begins").map(this::instant).orElse(at(BEGINNING)),
        given,
        place.find("when").map(Yaml::duration).orElse(Duration.ZERO),
        expectations.read(place.get("then")));
  }

  private Instant instant(Yaml place) {
    return at(
        place.converted(LocalDateTime::parse, BEGINNING, "a day and a time", "2026-03-02T10:00"));
  }

  private Instant at(LocalDateTime time) {
    return time.atZone(playbook.company().zone()).toInstant();
  }
}
