package dev.trellis.rehearsal.playtest;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.rehearsal.playtest.PlaytestsReader.Playtests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R110")
class PlaytestRunTest {

  private static final Playbook PLAYBOOK =
      PlaybookReader.read(Path.of("..", "..", "infra", "playbook"));

  @TempDir private Path folder;

  @Test
  void whatIsNotAsTheTestSaysIsReportedWithItsLineAndWhatWasFound() throws IOException {
    var misses =
        run(
            """
            tests:
              - test: everything is wrong
                given:
                  - submits: summit-deck
                when: PT1H
                then:
                  stage: customer
                  pool: [mil/high, mql]
                  heat: hot
                  score:
                    activity: { from: 90 }
                  tags: { has: [need:tag-system] }
                  mails: []
                  handoffs: 2
            """);
    assertThat(misses)
        .containsExactly(
            "tests/one.yaml:7: stage: expected customer, found lead",
            "tests/one.yaml:8: pool: expected mil/high or mql, found lead",
            "tests/one.yaml:9: heat: expected hot, found cold",
            "tests/one.yaml:11: score activity: expected at least 90, found 10",
            "tests/one.yaml:12: tags: expected need:tag-system, found grade:c, status:none",
            "tests/one.yaml:13: mails: expected none, found deck-delivery: summit-deck",
            "tests/one.yaml:14: hand-offs: expected 2, found 0");
  }

  @Test
  void everyKindOfDeedCanHappen() throws IOException {
    var misses =
        run(
            """
            tests:
              - test: a long story
                given:
                  - scans: summit-talk
                  - { after: PT1M, submits: summit-deck,
                      answers: { mobile: "13800138000", industry: finance, need: tag-system, plan: within-3-months } }
                  - { after: P1D, visits: pricing, seconds: 30 }
                  - { after: P1D, follows: official }
                  - { after: P2D, crm: accepted }
                  - { after: P2D, called: reached, answers: { budget: approved } }
                  - { after: P3D, crm: stage, stage: proposal }
                  - { after: P9D, crm: won }
                  - { after: P9DT1H, unsubscribes: true }
                when: P30D
                then:
                  stage: customer
                  pool: customer/other
                  mails:
                    - deck-delivery: summit-deck
                  handoffs: 1
            """);
    assertThat(misses).isEmpty();
  }

  @Test
  void aBrokenTestIsReportedWithFileLineAndRemedy() throws IOException {
    var read =
        read(
            """
            tests:
              - test: full of mistakes
                given:
                  - reads: no-such-content
                  - { submits: summit-deck, answers: { plan: some-day, mobile: "123", colour: red } }
                  - dances: true
                when: soon
                then:
                  pool: mil/hgih
                  score: { coolness: { from: 1 } }
                  tags: { lacks: [need:tagsystem] }
                  mails: [no-such-mail]
                  weather: fine
              - test: nothing to see
                given: []
            """);
    assertThat(read.tests()).isEmpty();
    assertThat(read.problems())
        .extracting(Problem::line)
        .contains(4, 5, 6, 7, 9, 10, 11, 12, 13, 14);
    assertThat(read.problems())
        .allSatisfy(p -> assertThat(p.file()).isEqualTo("tests/one.yaml"))
        .allSatisfy(p -> assertThat(p.remedy()).isNotBlank());
  }

  private List<String> run(String tests) throws IOException {
    var read = read(tests);
    assertThat(read.problems()).isEmpty();
    return read.tests().stream()
        .flatMap(test -> PlaytestRun.run(PLAYBOOK, test).stream())
        .map(PlaytestRun.Miss::toString)
        .toList();
  }

  private Playtests read(String tests) throws IOException {
    Files.createDirectories(folder.resolve("tests"));
    Files.writeString(folder.resolve("tests/one.yaml"), tests);
    return PlaytestsReader.read(PLAYBOOK, folder);
  }
}
