package dev.trellis.core.portrait;

import static dev.trellis.core.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

  private static final Instant END_OF_DAY = Instant.parse("2026-11-21T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String DECK = "summit-deck";
  private static final String SOLUTION = "omni-channel-capture-solution";

  @TempDir private static Path folder;

  private static Playbook playbook;

  @BeforeAll
  static void readTheTable() throws IOException {
    playbook = OtherScoring.read(folder);
  }

  @ParameterizedTest
  @Tag("R87")
  @CsvSource({"239, 4983", "240, 5000", "241, 5000", "999999999999, 5000"})
  void aLongerDwellCountsMoreUpToTheCapOfTheDay(long seconds, long points) {
    var activity = draw(END_OF_DAY, visit("e1", T0, seconds)).activity();

    assertThat(activity.points()).isEqualTo(points);
  }

  @Test
  @Tag("R87")
  void sameEventsWithLongerDwellAreWorthMore() {
    var glances = draw(T0, visit("e1", T0, 5), visit("e2", T0.plus(DAY), 5)).activity();
    var studies = draw(T0, visit("e1", T0, 60), visit("e2", T0.plus(DAY), 60)).activity();

    assertThat(studies.points()).isGreaterThan(glances.points());
  }

  @Test
  @Tag("R87")
  void whatADayLosesToItsCapIsShown() {
    var reads = new ArrayList<LeadEvent>();
    for (int i = 1; i <= 3; i++) {
      reads.add(read("e" + i, T0.plusSeconds(i), DECK));
    }
    assertThat(one(reads).points()).isEqualTo(6_000);
    assertThat(one(reads).cap()).isZero();
    reads.add(read("e4", T0.plusSeconds(4), DECK));
    assertThat(one(reads))
        .isEqualTo(
            new Contribution(
                "activity.read",
                new Evidence.Did(
                    T0.atOffset(java.time.ZoneOffset.UTC).toLocalDate(),
                    dev.trellis.core.profile.Behaviour.READ,
                    4,
                    0),
                8_000,
                2_000,
                0));
  }

  private static Contribution one(List<LeadEvent> log) {
    return draw(END_OF_DAY, log.toArray(LeadEvent[]::new)).activity().contributions().getFirst();
  }

  @Test
  @Tag("R87")
  void aDayCountsInFullUntilItIsOverAndThenHalfAfterEachHalfLife() {
    var visit = visit("e1", T0, 0);

    assertThat(draw(END_OF_DAY, visit).activity().points()).isEqualTo(1_000);
    assertThat(draw(END_OF_DAY.plusSeconds(60), visit).activity().points()).isEqualTo(999);
    var tenDaysLater = draw(END_OF_DAY.plus(DAY.multipliedBy(10)), visit).activity();
    assertThat(tenDaysLater.points()).isEqualTo(500);
    assertThat(tenDaysLater.contributions().getFirst().decay()).isEqualTo(500);
    assertThat(draw(END_OF_DAY.plus(DAY.multipliedBy(30)), visit).activity().points())
        .isEqualTo(125);
  }

  @Test
  @Tag("R88")
  void whatIsOverTheCapOfAScoreIsTakenFromItsLastContributions() {
    var at = T0.plus(DAY.multipliedBy(2));
    var days =
        List.of(attend("e1", T0), attend("e2", T0.plus(DAY)), attend("e3", at))
            .toArray(LeadEvent[]::new);

    var first = draw(END_OF_DAY, days[0], days[1]).activity();
    assertThat(first.points()).isEqualTo(16_000);
    assertThat(first.contributions()).allMatch(c -> c.cap() == 0);
    var all = draw(END_OF_DAY, days).activity();
    assertThat(all.points()).isEqualTo(20_000);
    assertThat(all.contributions()).extracting(Contribution::cap).containsExactly(0L, 0L, 4_000L);
  }

  @ParameterizedTest
  @Tag("R86")
  @CsvSource({"1, 2000", "2, 4000", "3, 5000"})
  void aContentGivesInterestUpToItsCap(int reads, long points) {
    var log = new ArrayList<LeadEvent>();
    for (int i = 0; i < reads; i++) {
      log.add(read("e" + i, T0.plusSeconds(i), DECK));
    }
    var portrait = draw(T0, log.toArray(LeadEvent[]::new));

    assertThat(portrait.interest().get("omni-channel-capture").points()).isEqualTo(points);
  }

  @Test
  @Tag("R86")
  void aTopicRisesOnlyWithItsOwnReadsAndUpToItsCap() {
    var elsewhere = draw(T0, attend("e1", T0), visit("e2", T0, 600), read("e3", T0, "unknown"));
    assertThat(elsewhere.interest()).isEmpty();

    var log = new ArrayList<LeadEvent>();
    for (int i = 0; i < 3; i++) {
      log.add(read("d" + i, T0.plusSeconds(i), DECK));
      log.add(read("s" + i, T0.plusSeconds(100 + i), SOLUTION));
    }
    var interest = draw(T0, log.toArray(LeadEvent[]::new)).interest();
    assertThat(interest).containsOnlyKeys("omni-channel-capture");
    var score = interest.get("omni-channel-capture");
    assertThat(score.points()).isEqualTo(8_000);
    assertThat(score.contributions()).extracting(Contribution::cap).containsExactly(1_000L, 3_000L);
  }

  @Test
  @Tag("R28")
  void aJuniorButDecisiveRoleOutweighsASeniorOne() {
    assertThat(role("marketing-operations").points()).isEqualTo(9_000);
    assertThat(role("chief").points()).isEqualTo(2_000);
    assertThat(role("visitor").points()).isZero();
    assertThat(role(null).points()).isZero();

    var shipped = DefaultPlaybook.PLAYBOOK.scoring().roles();
    assertThat(shipped.get("marketing-operations")).isGreaterThan(shipped.get("ceo"));
  }

  private static Score role(String role) {
    var person =
        new Condition.Subject() {
          @Override
          public Value value(String field) {
            return field.equals("role") && role != null
                ? new Value.Words(Set.of(role))
                : new Value.Unknown();
          }

          @Override
          public Instant now() {
            return T0;
          }
        };
    return new Scores(Profile.EMPTY, playbook, person, _ -> person).role();
  }

  @Test
  @Tag("R74")
  void aKeyBehaviourIsShownByAllOfItsSignsUntilOneIsTooLongAgo() {
    var attended = attend("e1", T0);
    var read = read("e2", T0.plus(DAY), SOLUTION);
    assertThat(keys(draw(T0, attended))).isEmpty();
    assertThat(keys(draw(T0, read))).isEmpty();
    assertThat(keys(draw(T0, attended, read("e3", T0, DECK)))).isEmpty();
    var both = draw(T0, attended, read);
    assertThat(keys(both)).containsExactly("attended-and-read");
    assertThat(both.keys().points()).isEqualTo(4_000);

    var lost = END_OF_DAY.plus(DAY.multipliedBy(30));
    assertThat(keys(draw(lost.minusSeconds(1), attended, read))).hasSize(1);
    assertThat(keys(draw(lost, attended, read))).isEmpty();
    assertThat(both.value("key"))
        .isEqualTo(new Value.Words(Set.of("attended-and-read"), Optional.of(lost)));
  }

  @Test
  @Tag("R74")
  void aSignMayAskForTimesAndDays() {
    var oneDay = new ArrayList<LeadEvent>();
    for (int i = 0; i < 5; i++) {
      oneDay.add(visit("e" + i, T0.plusSeconds(i), 0));
    }
    assertThat(keys(draw(T0, oneDay.toArray(LeadEvent[]::new)))).isEmpty();
    var tomorrow = T0.plus(DAY);
    var three = List.of(oneDay.get(0), oneDay.get(1), read("r", tomorrow, DECK));
    assertThat(keys(draw(tomorrow, three.toArray(LeadEvent[]::new)))).isEmpty();
    var four = new ArrayList<>(three);
    four.add(read("r2", tomorrow, DECK));
    assertThat(keys(draw(tomorrow, four.toArray(LeadEvent[]::new)))).containsExactly("regular");
  }

  private static List<String> keys(Portrait portrait) {
    return portrait.keys().contributions().stream().map(c -> c.evidence().subject()).toList();
  }

  @Test
  @Tag("R88")
  void theTotalIsAShareOfEachPartUpToItsCap() {
    var visited = draw(T0, visit("e1", T0, 60));
    assertThat(visited.total().points()).isEqualTo(1_000);
    var busy = draw(T0, attend("e1", T0), read("e2", T0, SOLUTION), visit("e3", T0, 0));
    assertThat(busy.activity().points()).isEqualTo(11_000);
    assertThat(busy.total().points()).isEqualTo(4_000 + 4_000);
    assertThat(busy.total().contributions())
        .extracting(Contribution::rule)
        .containsExactly(
            "activity.visit", "activity.read", "activity.attend", "key.attended-and-read");
    assertThat(busy.total().contributions())
        .extracting(Contribution::cap)
        .containsExactly(0L, 0L, 1_500L, 0L);
  }

  @Test
  @Tag("R69")
  void timeAloneTakesPointsForFitAndNeverGivesAny() {
    var toldToday = Samples.form("e1", T0, Map.of("plan", "within-6-months"));
    var ends = Instant.parse("2027-05-20T02:00:00Z");
    assertThat(draw(ends.minusSeconds(1), toldToday).fit().points()).isEqualTo(10_000);
    assertThat(draw(ends, toldToday).fit().points()).isZero();

    var inAYear = Samples.form("e1", T0, Map.of("plan", "within-12-months"));
    var near = Instant.parse("2027-05-20T02:00:00Z");
    assertThat(draw(near, inAYear).fit().points()).isZero();
    var back = draw(near.plusSeconds(60), inAYear, visit("e2", near.plusSeconds(60), 0));
    assertThat(back.fit().points()).isEqualTo(10_000);
  }

  @Test
  void conditionsCanAskForEveryScore() {
    var busy = draw(T0, attend("e1", T0), read("e2", T0, SOLUTION), read("e3", T0, DECK));

    assertThat(amount(busy, "fit")).isEqualTo(busy.fit().points());
    assertThat(amount(busy, "activity")).isEqualTo(busy.activity().points());
    assertThat(amount(busy, "total")).isEqualTo(busy.total().points());
    assertThat(amount(busy, "interest.omni-channel-capture")).isEqualTo(4_000);
    assertThat(busy.value("heat"))
        .isInstanceOfSatisfying(
            Value.Words.class, w -> assertThat(w.words()).containsExactly("hot"));
    assertThat(draw(T0).value("key")).isEqualTo(new Value.Unknown());
    assertThat(draw(T0).value("heat")).isEqualTo(new Value.Words(Set.of("cold")));
  }

  private static long amount(Portrait portrait, String field) {
    return ((Value.Amount) portrait.value(field)).thousandths().at(portrait.now());
  }

  private static Portrait draw(Instant at, LeadEvent... log) {
    return Portrait.of("L1", Lives.fold(List.of(log)), playbook, at);
  }

  private static LeadEvent visit(String id, Instant at, long seconds) {
    return Samples.event(id, at, new Happening.PageVisited("/p", seconds, null));
  }

  private static LeadEvent attend(String id, Instant at) {
    return Samples.event(id, at, new Happening.EventAttended("summit-" + id, 0));
  }

  private static LeadEvent read(String id, Instant at, String content) {
    return Samples.event(id, at, new Happening.ContentRead(content, 1, 0, null));
  }
}
