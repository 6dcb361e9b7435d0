package dev.trellis.rehearsal.playtest;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.Source;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.rehearsal.playtest.PlaytestsFile.Written;

/** Reads the tests of a playbook, {@code tests/*.yaml}. */
public final class PlaytestsReader {

  private final Playbook playbook;
  private final PlaytestDeeds deeds;

  private PlaytestsReader(Playbook playbook) {
    this.playbook = playbook;
    this.deeds = new PlaytestDeeds(playbook);
  }

  /** The tests of a playbook, and what is wrong with their files. */
  public record Playtests(List<Playtest> tests, List<Problem> problems) {}

  /** Reads the tests that the playbook brings along; a file with a problem is left out. */
  public static Playtests read(Playbook playbook) {
    return read(playbook, playbook.root());
  }

  /** Reads the tests of another folder, as if the playbook had brought them along. */
  public static Playtests read(Playbook playbook, Path root) {
    var reader = new PlaytestsReader(playbook);
    var problems = new ArrayList<Problem>();
    var tests = new ArrayList<Playtest>();
    var source = new Source(root, playbook.company().languages(), new HashMap<>(), problems);
    for (var file : source.list("tests", ".yaml")) {
      int before = problems.size();
      var read = source.read(file, PlaytestsFile.class).tests().stream().map(reader::test).toList();
      if (problems.size() == before) {
        tests.addAll(read);
      }
    }
    return new Playtests(List.copyOf(tests), List.copyOf(problems));
  }

  private Playtest test(Written test) {
    return new Playtest(
        test.at().file(),
        test.at().line(),
        test.test(),
        test.begins().atZone(playbook.company().zone()).toInstant(),
        test.given().stream().map(deeds::given).toList(),
        test.when().orElse(Duration.ZERO),
        PlaytestExpectations.of(test.then(), playbook));
  }
}
