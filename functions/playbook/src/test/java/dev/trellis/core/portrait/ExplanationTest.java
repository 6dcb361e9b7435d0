package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static dev.trellis.core.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final List<LeadEvent> LOG =
      List.of(
          Samples.scan("scan", T0),
          Samples.form("form", T0.plusSeconds(10), Map.of("company", "Example", "need", "x")),
          Samples.read("read-1", T0.plusSeconds(60), "summit-deck"),
          Samples.read("read-2", T0.plusSeconds(120), "omni-channel-capture-strategy"),
          Samples.read("read-3", T0.plusSeconds(180), "omni-channel-capture-solution"),
          Samples.form("again", T0.plusSeconds(300), Map.of("company", "Example")),
          Samples.event(
              "call",
              T0.plusSeconds(900),
              new Happening.CallRecorded("sdr", "reached", new TreeMap<>(Map.of("title", "CMO")))));

  @Test
  @Tag("R88")
  void everyReasonNamesItsEvents() {
    var activity = events("activity");
    assertThat(activity)
        .containsEntry("activity.scan", List.of("scan"))
        .containsEntry("activity.read", List.of("read-1", "read-2", "read-3"))
        .containsEntry("activity.submit", List.of("form", "again"))
        .containsEntry("activity.call", List.of("call"));
    assertThat(events("keys"))
        .containsEntry("key.strategy-then-solution", List.of("read-2", "read-3"));
    assertThat(events("fit"))
        .containsEntry("fit.need-known", List.of("form"))
        .containsEntry("fit.company-known", List.of("form"))
        .containsEntry("fit.reachable", List.of("form"))
        .containsEntry("fit.title-known", List.of("call"));
    assertThat(events("total"))
        .containsEntry("fit.need-known", List.of("form"))
        .containsEntry("interest.omni-channel-capture", List.of("read-1", "read-2", "read-3"));
  }

  @Test
  @Tag("R88")
  void whatAMachineDidIsNoReason() {
    var log =
        List.of(
            Samples.event("mail", T0, new Happening.MailDelivered("s1")),
            throughMail("machine", T0.plusMillis(500)),
            throughMail("person", T0.plusSeconds(600)),
            throughMail("same-read", T0.plusSeconds(660)));

    assertThat(events("activity", log)).isEqualTo(Map.of("activity.read", List.of("person")));
  }

  private static LeadEvent throughMail(String id, Instant at) {
    return Samples.event(id, at, new Happening.ContentRead("summit-deck", 1, 0, "s1", T0));
  }

  private static Map<String, List<String>> events(String score) {
    return events(score, LOG);
  }

  private static Map<String, List<String>> events(String score, List<LeadEvent> log) {
    var portrait = Portrait.of("L1", Lives.fold(log), PLAYBOOK, T0.plusSeconds(1_000));
    return Explanation.of(portrait, log.reversed()).stream()
        .filter(e -> e.score().name().equals(score))
        .flatMap(e -> e.reasons().stream())
        .collect(
            Collectors.groupingBy(
                r -> r.contribution().rule(),
                Collectors.flatMapping(r -> r.events().stream(), Collectors.toList())));
  }

  @Test
  @Tag("R88")
  void whyItIsLessThanLastWeekIsADiffOfTwoScores() {
    var profile = Lives.fold(LOG);
    var lastWeek = Portrait.of("L1", profile, PLAYBOOK, T0).activity();
    var today = at(T0.plus(Duration.ofDays(8))).activity();

    var diff = ScoreDiff.between(lastWeek, today);
    assertThat(diff.after()).isLessThan(diff.before());
    assertThat(diff.rows()).allMatch(r -> r.change() < 0 && r.after().decay() > 0);
    assertThat(diff.rows().getFirst().change()).isLessThan(diff.rows().getLast().change());
    assertThat(ScoreDiff.between(today, today).rows()).isEmpty();
  }

  @Test
  @Tag("R88")
  void whatIsNewAndWhatIsGoneAreRowsOfTheirOwn() {
    var before = Score.of("s", List.of(given("gone", 5), given("same", 2), given("more", 1)));
    var after = Score.of("s", List.of(given("same", 2), given("more", 4), given("new", 1)));

    var rows = ScoreDiff.between(before, after).rows();
    assertThat(rows).extracting(ScoreDiff.Row::rule).containsExactly("gone", "more", "new");
    assertThat(rows).extracting(ScoreDiff.Row::change).containsExactly(-5L, 3L, 1L);
  }

  private static Contribution given(String rule, long points) {
    return Contribution.of(rule, new Evidence.Read("c", 1, 0), points);
  }

  @Test
  @Tag("R21")
  void aSumOfLeadsKeepsEveryReasonWithItsLead() {
    var one = Score.of("activity", List.of(given("read", 5)));
    var other = Score.of("activity", List.of(given("read", 3), given("visit", 1)));

    var sum = Score.sum("activity", List.of(one.ofMember("L1"), other.ofMember("L2")));
    assertThat(sum.points()).isEqualTo(9);
    assertThat(sum.contributions())
        .extracting(c -> c.evidence().subject())
        .containsExactly("L1: c", "L2: c", "L2: c");
    var left = Score.sum("activity", List.of(one.ofMember("L1")));
    assertThat(ScoreDiff.between(sum, left).rows()).hasSize(2);
  }

  @Test
  void aScoreThatIsNotTheSumOfItsReasonsCannotBe() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new Score("s", 4, List.of(given("a", 5)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new Contribution("a", new Evidence.Read("c", 1, 0), 5, 3, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Portrait at(Instant instant) {
    return Portrait.of("L1", Lives.fold(LOG), PLAYBOOK, instant);
  }
}
