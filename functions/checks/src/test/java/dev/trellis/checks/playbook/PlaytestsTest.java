package dev.trellis.checks.playbook;

import static org.junit.jupiter.api.Assertions.fail;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.rehearsal.playtest.Playtest;
import dev.trellis.rehearsal.playtest.PlaytestRun;
import dev.trellis.rehearsal.playtest.PlaytestsReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The tests that the playbook brings along, each reported as one of ours. */
class PlaytestsTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));

  @TestFactory
  @Tag("R110")
  Stream<DynamicTest> thePlaybookDoesWhatItsTestsSay() {
    var playtests = PlaytestsReader.read(PLAYBOOK);
    return Stream.concat(
        playtests.problems().stream().map(PlaytestsTest::broken),
        playtests.tests().stream().map(PlaytestsTest::run));
  }

  private static DynamicTest broken(Problem problem) {
    return DynamicTest.dynamicTest(
        problem.file() + ":" + problem.line(),
        place(problem.file(), problem.line()),
        () -> fail(problem.toString()));
  }

  private static DynamicTest run(Playtest test) {
    return DynamicTest.dynamicTest(
        test.file() + ": " + test.name(),
        place(test.file(), test.line()),
        () -> {
          var misses = PlaytestRun.run(PLAYBOOK, test);
          if (!misses.isEmpty()) {
            fail(misses.stream().map(Object::toString).collect(Collectors.joining("\n")));
          }
        });
  }

  private static URI place(String file, int line) {
    return URI.create(PLAYBOOK.root().resolve(file).toUri() + "?line=" + line);
  }
}
