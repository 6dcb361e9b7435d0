package dev.trellis.core.journey;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening.ContentRead;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.Happening.PageVisited;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JourneyTest {

  private static final Instant T0 = Samples.T0;
  private static final Instant DAY3 = T0.plus(Duration.ofDays(3));
  private static final Instant DAY6 = T0.plus(Duration.ofDays(6));
  private static final Placement HIGH = placement("mil/high");

  private final Program program = Program.of(PLAYBOOK.journeys().get("high-value"));
  private Profile profile =
      Profile.EMPTY.with(Samples.form("e1", T0, Map.of("need", "lead-scoring")));
  private Enrollment enrollment = Walk.start(program, "stay", T0, T0);

  @Test
  @Tag("R93")
  void nothingHappensBeforeDayThree() {
    assertThat(advance(T0)).isEmpty();
    assertThat(enrollment.dueAt()).isEqualTo(DAY3);
    assertThat(advance(DAY3.minusMillis(1))).isEmpty();
    assertThat(advance(DAY3)).hasSize(1);
  }

  @Test
  @Tag("R93")
  void withTheTagTheSolutionIsSentOnDayThree() {
    profile = profile.with(Samples.form("e2", T0, Map.of("need", "omni-channel-capture")));

    assertThat(sent(advance(DAY3))).containsExactly("solution");
    assertThat(enrollment.step()).isNotNull();
  }

  @Test
  @Tag("R93")
  void withoutTheTagTheStrategyIsSentAsAProbe() {
    assertThat(sent(advance(DAY3))).containsExactly("strategy");
    assertThat(enrollment.dueAt()).isEqualTo(DAY6);
  }

  @Test
  @Tag("R94")
  void aReadWithinThreeDaysBringsTheSolution() {
    advance(DAY3);
    read(DAY6.minus(Duration.ofMinutes(1)));

    assertThat(sent(advance(DAY6.minus(Duration.ofMinutes(1))))).containsExactly("solution");
  }

  @Test
  @Tag("R94")
  void aReadInTheLastMinuteCountsEvenIfItIsNoticedLater() {
    advance(DAY3);
    read(DAY6.minus(Duration.ofMinutes(1)));

    assertThat(sent(advance(DAY6.plusSeconds(30)))).containsExactly("solution");
  }

  @Test
  @Tag("R94")
  void aReadAtTheEndOfTheThirdDayComesTooLate() {
    advance(DAY3);
    read(DAY6);

    assertThat(advance(DAY6)).isEmpty();
    assertThat(tags()).as("but it still counts for tags").contains("need:omni-channel-capture");
  }

  @Test
  @Tag("R94")
  void withoutAReadNoSolutionIsSent() {
    advance(DAY3);

    assertThat(advance(DAY6)).isEmpty();
    assertThat(enrollment.active()).isTrue();
  }

  @Test
  @Tag("R94")
  void aMachineThatReadsAtDeliveryBringsNothing() {
    advance(DAY3);
    profile = profile.with(delivery(DAY3.plusMillis(900)));
    opened(DAY3.plusSeconds(2));

    assertThat(advance(DAY3.plusSeconds(3))).isEmpty();
    assertThat(enrollment.dueAt()).isEqualTo(DAY6);
    assertThat(advance(DAY6)).isEmpty();
    assertThat(tags()).doesNotContain("need:omni-channel-capture");
  }

  @Test
  @Tag("R94")
  void aReadSoonAfterTheMailWaitsForTheDeliveryToBeTold() {
    advance(DAY3);
    var at = DAY3.plusSeconds(2);
    opened(at);
    assertThat(advance(at)).isEmpty();
    assertThat(enrollment.dueAt()).isEqualTo(at.plus(Duration.ofHours(1)));

    profile = profile.with(delivery(DAY3.plusSeconds(1)));
    assertThat(advance(at.plusSeconds(1))).as("it was a machine").isEmpty();
    assertThat(enrollment.dueAt()).isEqualTo(DAY6);
    opened(at.plusSeconds(600));
    assertThat(sent(advance(at.plusSeconds(600)))).as("a person").containsExactly("solution");
  }

  @Test
  @Tag("R94")
  void aReadWhoseDeliveryIsNeverToldCountsAfterAnHour() {
    advance(DAY3);
    var at = DAY3.plusSeconds(2);
    opened(at);
    advance(at);

    assertThat(advance(enrollment.dueAt().minusMillis(1))).isEmpty();
    assertThat(sent(advance(enrollment.dueAt()))).containsExactly("solution");
    assertThat(enrollment.since()).isEqualTo(at);
  }

  @Test
  @Tag("R94")
  void aReadInDoubtWhenTheTimeIsUpIsWaitedFor() {
    advance(DAY3);
    var at = DAY6.minus(Duration.ofMinutes(1));
    var mailedLate = at.minus(Duration.ofMinutes(1));
    profile = profile.with(read(at, mailedLate));

    assertThat(advance(DAY6)).isEmpty();
    assertThat(enrollment.dueAt()).isEqualTo(at.plus(Duration.ofHours(1)));
    profile = profile.with(delivery(mailedLate));
    assertThat(sent(advance(DAY6.plusSeconds(5)))).containsExactly("solution");
  }

  @Test
  @Tag("R82")
  void whoOnlyOpensThePageHoursLaterBringsNothingUntilTheyStay() {
    advance(DAY3);
    var at = DAY3.plus(Duration.ofHours(5));
    opened(at);
    assertThat(advance(at.plus(Duration.ofHours(1)))).isEmpty();
    assertThat(enrollment.dueAt()).isEqualTo(DAY6);

    var left = new PageVisited("content/" + enrollment.lastContent(), 9, null, "send-1", DAY3);
    profile = profile.with(Samples.event("left", at.plusSeconds(9), left));
    assertThat(sent(advance(at.plus(Duration.ofHours(2))))).containsExactly("solution");
  }

  @Test
  @Tag("R96")
  void theEndIsToldOnce() {
    var end = toTheEnd();

    assertThat(end.getLast()).isEqualTo(new Effect.End(eventId(end), "cold"));
    assertThat(enrollment.outcome()).isEqualTo("cold");
    assertThat(advance(DAY6.plus(Duration.ofDays(300)))).isEmpty();
  }

  @Test
  @Tag("R68")
  void leavingThePoolEndsTheJourney() {
    var result = Walk.advance(program, enrollment, portrait(DAY3), placement("mil/mid"), List.of());

    assertThat(result.enrollment().outcome()).isEqualTo("left");
    assertThat(result.effects()).singleElement().isInstanceOf(Effect.End.class);
  }

  @Test
  void afterAnOutageNobodyLosesTheTimeToRead() {
    var late = DAY3.plus(Duration.ofDays(2));

    assertThat(sent(advance(late))).containsExactly("strategy");
    assertThat(enrollment.dueAt()).isEqualTo(late.plus(Duration.ofDays(3)));
  }

  @Test
  void aFewMinutesOfDelayDoNotAddUp() {
    advance(DAY3.plus(Duration.ofMinutes(2)));

    assertThat(enrollment.dueAt()).isEqualTo(DAY6);
  }

  @Test
  void advancingTwiceAtOneInstantAsksForNothingTwice() {
    var first = advance(DAY3);

    assertThat(first).isNotEmpty();
    assertThat(advance(DAY3)).isEmpty();
    assertThat(enrollment.effects()).hasSize(1);
  }

  @Test
  @Tag("R91")
  void aStayStartsAJourneyOnce() {
    var enrolling = new Enrolling(PLAYBOOK);
    var entered = new TreeMap<>(Map.of("mil/high", T0, "mil", T0));
    var position = Optional.of(Position.of(HIGH, entered, 1));

    var due = enrolling.due(Profile.EMPTY, position, List.of(), List.of(), T0.plusSeconds(5));
    assertThat(due).extracting(Enrollment::journey).containsExactly("high-value");
    assertThat(due.getFirst().since()).isEqualTo(T0);
    assertThat(enrolling.due(Profile.EMPTY, position, due, List.of(), DAY3)).isEmpty();
    entered.put("mil/high", DAY3);
    var again = Optional.of(Position.of(HIGH, entered, 2));
    assertThat(enrolling.due(Profile.EMPTY, again, due, List.of(), DAY3)).hasSize(1);
  }

  @Test
  @Tag("R6")
  void everySubmissionStartsItsFollowUpOnce() {
    var enrolling = new Enrolling(PLAYBOOK);

    var due = enrolling.due(profile, Optional.empty(), List.of(), List.of(), T0.plusSeconds(5));
    assertThat(due).extracting(Enrollment::journey).containsExactly("summit-deck");
    assertThat(enrolling.due(profile, Optional.empty(), due, List.of(), T0.plusSeconds(5)))
        .isEmpty();
    var second = profile.with(Samples.form("e2", T0.plusSeconds(9), Map.of()));
    assertThat(enrolling.due(second, Optional.empty(), due, List.of(), T0.plusSeconds(10)))
        .hasSize(1);
    assertThat(enrolling.due(profile, Optional.empty(), List.of(), List.of(), DAY3))
        .as("stale")
        .isEmpty();
  }

  @Test
  @Tag("R91")
  void afterAMergeTheStayGoesOnWhereItStood() {
    var enrolling = new Enrolling(PLAYBOOK);
    var entered = new TreeMap<>(Map.of("mil/high", T0));
    var position = Optional.of(Position.of(HIGH, entered, 1));
    enrollment = Walk.start(program, "mil/high@" + T0.toEpochMilli(), T0, T0);
    advance(DAY3);

    for (var absorbed : List.of(enrollment, enrollment.merged())) {
      var due = enrolling.due(Profile.EMPTY, position, List.of(), List.of(absorbed), DAY3);
      assertThat(due).hasSize(1);
      assertThat(due.getFirst().step()).isEqualTo(enrollment.step());
      assertThat(due.getFirst().since()).isEqualTo(DAY3);
      assertThat(due.getFirst().active()).isTrue();
    }
    toTheEnd();
    assertThat(enrolling.due(Profile.EMPTY, position, List.of(), List.of(enrollment), DAY6))
        .as("what was completed does not begin again")
        .isEmpty();
  }

  /** What the last step asked for. */
  private List<Effect> toTheEnd() {
    advance(T0);
    List<Effect> last = List.of();
    while (enrollment.active()) {
      last = advance(enrollment.dueAt());
    }
    return last;
  }

  private static String eventId(List<Effect> effects) {
    return ((Effect.End) effects.getLast()).eventId();
  }

  private List<Effect> advance(Instant at) {
    var result = Walk.advance(program, enrollment, portrait(at), HIGH, List.of());
    enrollment = result.enrollment();
    return result.effects();
  }

  private void read(Instant at) {
    profile = profile.with(Samples.read("read" + at, at, enrollment.lastContent()));
  }

  private void opened(Instant at) {
    profile = profile.with(read(at, DAY3));
  }

  private LeadEvent read(Instant at, Instant mailedAt) {
    var read = new ContentRead(enrollment.lastContent(), 1, 0, "send-1", mailedAt);
    return Samples.event("opened" + at.toEpochMilli(), at, read);
  }

  private static LeadEvent delivery(Instant at) {
    return Samples.event("delivery", at, new MailDelivered("send-1"));
  }

  private List<String> tags() {
    return portrait(DAY6).tags().stream().map(t -> t.id()).toList();
  }

  private Portrait portrait(Instant at) {
    return Portrait.of("L1", profile, PLAYBOOK, at);
  }

  private static List<String> sent(List<Effect> effects) {
    return effects.stream()
        .map(e -> PLAYBOOK.contents().get(((Effect.Send) e).content()).type())
        .toList();
  }

  private static Placement placement(String pool) {
    return new Placement("mil", pool, List.of(), List.of(), null);
  }
}
