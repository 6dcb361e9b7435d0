package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.MailSent;
import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.lifecycle.Position;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps that the journeys of the playbook use, one by one. */
class StepsTest {

  private static final Instant FRIDAY_TEN = Samples.T0; // 10 o'clock in Shanghai
  private static final Playbook PLAYBOOK = DefaultPlaybook.PLAYBOOK;
  private static final String STRATEGY = "omni-channel-capture-strategy";

  @Test
  void aWaitUntilAWeekdayIsInTheLeadsZone() {
    var until = new Pause.Until(Set.of(DayOfWeek.TUESDAY), LocalTime.of(10, 0));
    var shanghai = ZoneId.of("Asia/Shanghai");

    assertThat(until.end(FRIDAY_TEN, null, shanghai))
        .isEqualTo(FRIDAY_TEN.plus(Duration.ofDays(4)));
    assertThat(until.end(FRIDAY_TEN, null, ZoneId.of("Europe/Berlin")))
        .isEqualTo(FRIDAY_TEN.plus(Duration.ofDays(4)).plus(Duration.ofHours(7)));
    var friday = new Pause.Until(Set.of(DayOfWeek.FRIDAY), LocalTime.of(10, 0));
    assertThat(friday.end(FRIDAY_TEN, null, shanghai)).as("now").isEqualTo(FRIDAY_TEN);
    assertThat(friday.end(FRIDAY_TEN.plusSeconds(1), null, shanghai))
        .isEqualTo(FRIDAY_TEN.plus(Duration.ofDays(7)));
  }

  @Test
  void aWaitKeepsItsHourAndEndsWithTheMonth() {
    var newYork = ZoneId.of("America/New_York");
    var before = LocalDateTime.parse("2026-03-06T09:00").atZone(newYork);
    var january = LocalDateTime.parse("2026-01-31T09:00").atZone(newYork).toInstant();

    assertThat(new Pause.For(Period.ofDays(3)).end(before.toInstant(), null, newYork))
        .isEqualTo(before.plusDays(3).toInstant())
        .isEqualTo(before.toInstant().plus(Duration.ofHours(71)));
    assertThat(new Pause.OfRound(Period.ofMonths(1)).end(january, january, newYork))
        .isEqualTo(LocalDateTime.parse("2026-02-28T09:00").atZone(newYork).toInstant());
  }

  @Test
  void aMailThatIsDueInTheNightToAWeekendGoesOnMondayAndTheTimeToReadBeginsThen() {
    var night = Instant.parse("2026-11-20T17:00:00Z"); // one o'clock in Shanghai
    var morning = Instant.parse("2026-11-23T00:00:00Z"); // on Monday
    var program = program("high-value");
    var entered = night.minus(Duration.ofDays(3));
    var enrollment = Walk.start(program, "stay", entered, entered);

    var held = advance(program, enrollment, Profile.EMPTY, night, "mil/high");
    assertThat(held.effects()).isEmpty();
    assertThat(held.enrollment().dueAt()).isEqualTo(morning);
    var sent = advance(program, held.enrollment(), Profile.EMPTY, morning, "mil/high");
    assertThat(sent.effects()).singleElement().isInstanceOf(Effect.Send.class);
    assertThat(sent.enrollment().dueAt()).isEqualTo(morning.plus(Duration.ofDays(3)));
  }

  @Test
  void theCapHoldsOverAllJourneys() {
    var program = program("probe");
    var now = FRIDAY_TEN.plus(Duration.ofDays(3));
    var mailed = List.of(now.minusSeconds(10), now.minusSeconds(20), now.minusSeconds(30));
    var portrait = Portrait.of("L1", Profile.EMPTY, PLAYBOOK, now);

    var advance =
        Walk.advance(
            program,
            Walk.start(program, "stay", FRIDAY_TEN, FRIDAY_TEN),
            portrait,
            at("mil/low"),
            mailed);

    assertThat(advance.effects()).isEmpty();
    assertThat(advance.enrollment().dueAt())
        .isEqualTo(now.minusSeconds(30).plus(Duration.ofDays(7)));
  }

  @Test
  @Tag("R85")
  void eachPoolGetsItsOwnTypesOfContent() {
    var byPool = Map.of("mil/high", "strategy", "mil/mid", "industry", "mil/low", "basics");
    byPool.forEach((pool, type) -> {
      assertThat(PLAYBOOK.suits(PLAYBOOK.contents().get(first(type)), pool)).isTrue();
      assertThat(PLAYBOOK.suits(PLAYBOOK.contents().get("upgrade-insight"), pool)).isFalse();
    });
    assertThat(PLAYBOOK.suits(PLAYBOOK.contents().get("lead-scoring-solution"), "mil/low"))
        .isFalse();
    assertThat(PLAYBOOK.suits(PLAYBOOK.contents().get("lead-scoring-solution"), "mil/mid"))
        .isFalse();
    assertThat(PLAYBOOK.suits(PLAYBOOK.contents().get("upgrade-insight"), "customer/upgrade"))
        .isTrue();
  }

  @Test
  @Tag("R38")
  @Tag("R89")
  void aDealInCommercialTalksIsHelpedByCases() {
    var talks =
        new CrmChanged("stand-in", "h1", "stage", null, "commercial", "sam", new TreeMap<>());
    var accepted = new CrmChanged("stand-in", "h1", "accepted", null, null, "sam", new TreeMap<>());
    var profile =
        Profile.EMPTY
            .with(Samples.event("a", FRIDAY_TEN, accepted))
            .with(Samples.event("t", FRIDAY_TEN.plusSeconds(60), talks));
    var portrait = Portrait.of("L1", profile, PLAYBOOK, FRIDAY_TEN.plusSeconds(90));

    assertThat(portrait.tags()).extracting(t -> t.id()).contains("deal:commercial");
    assertThat(PLAYBOOK.forDeal("commercial")).isNotEmpty().allMatch(c -> c.type().equals("case"));
    assertThat(PLAYBOOK.forDeal("discovery")).isEmpty();
  }

  @Test
  @Tag("R84")
  void amongEqualContentsThePreferredFormComesFirst() {
    var query = new ContentQuery(null, null, "strategy", null, false, null);
    var likes =
        Profile.EMPTY.with(Samples.form("e", FRIDAY_TEN, Map.of("contentForm", "whitepaper")));

    assertThat(choose(Profile.EMPTY, query)).contains("omni-channel-capture-strategy");
    assertThat(choose(likes, query)).contains("lead-scoring-strategy");
  }

  @Test
  @Tag("R96")
  void aCaseOfAnotherIndustryIsNeverChosen() {
    var query = new ContentQuery(null, null, "case", null, true, "case-general");
    var life =
        Profile.EMPTY.with(Samples.form("e", FRIDAY_TEN, Map.of("industry", "life-science")));
    var retail = Profile.EMPTY.with(Samples.form("e", FRIDAY_TEN, Map.of("industry", "retail")));

    assertThat(choose(life, query)).contains("case-life-science");
    assertThat(choose(retail, query)).contains("case-general");
    assertThat(choose(Profile.EMPTY, query)).contains("case-general");
  }

  @Test
  @Tag("R85")
  void aTopicThatSomebodyDeclinedTakesTheTurnOfNoOther() {
    var program = program("high-value");
    var topics = new TreeMap<>(Map.of("omni-channel-capture", "no", "lead-scoring", "yes"));
    var chosen = new PreferencesChosen("S1", topics, "monthly");
    var profile = Profile.EMPTY.with(LeadEvent.about("L1", "c", FRIDAY_TEN, Channel.MAIL, chosen));
    var now = FRIDAY_TEN.plus(Duration.ofDays(3));

    var advance =
        advance(
            program, Walk.start(program, "x", FRIDAY_TEN, FRIDAY_TEN), profile, now, "mil/high");

    assertThat(advance.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Skip.class, s -> assertThat(s.reason()).isEqualTo("unsubscribed from topic"));
  }

  @Test
  void whenEverythingWasSentTheOtherWayIsTakenAndTheGapIsWrittenDown() {
    var program = program("high-value-next");
    var profile = Profile.EMPTY;
    for (var content : PLAYBOOK.contents().values()) {
      if (content.type().equals("solution")) {
        profile = profile.with(sent(content.id()));
      }
    }
    var now = FRIDAY_TEN.plus(Duration.ofDays(14));

    var advance =
        advance(
            program, Walk.start(program, "x", FRIDAY_TEN, FRIDAY_TEN), profile, now, "mil/high");

    assertThat(advance.effects()).hasSize(2);
    assertThat(advance.effects().getFirst())
        .isInstanceOfSatisfying(
            Effect.Skip.class, s -> assertThat(s.reason()).isEqualTo("exhausted"));
    assertThat(advance.effects().getLast())
        .isInstanceOfSatisfying(
            Effect.Send.class, s -> assertThat(s.content()).isEqualTo("industry-general"));
  }

  @Test
  @Tag("R100")
  void aStepOfAnotherJourneyStartsAJourneyOnce() {
    var enrolling = new Enrolling(PLAYBOOK);
    var program = program("high-value");
    var entered = new TreeMap<>(Map.of("mil/high", FRIDAY_TEN, "mil", FRIDAY_TEN));
    var position = Optional.of(Position.of(at("mil/high"), entered, 1));
    var parent =
        Walk.start(program, "mil/high@" + FRIDAY_TEN.toEpochMilli(), FRIDAY_TEN, FRIDAY_TEN);
    var asked =
        new Effect.Enroll("enroll-1", "verdict.warm.enroll-high-value-next", "high-value-next");
    var after =
        new Enrollment(
            "high-value",
            2,
            parent.visit(),
            FRIDAY_TEN,
            null,
            FRIDAY_TEN,
            null,
            null,
            null,
            "warm",
            null,
            List.of(new Enrollment.Issued(FRIDAY_TEN, asked)),
            "warm",
            3);

    var due = enrolling.due(Profile.EMPTY, position, List.of(after), List.of(), FRIDAY_TEN);
    assertThat(due).extracting(Enrollment::journey).containsExactly("high-value-next");
    var all = List.of(after, due.getFirst());
    assertThat(enrolling.due(Profile.EMPTY, position, all, List.of(), FRIDAY_TEN)).isEmpty();
  }

  @Test
  @Tag("R100")
  void whoIsMergedGoesOnWhereTheyWereHoweverLongAgoItBegan() {
    var enrolling = new Enrolling(PLAYBOOK);
    var program = program("keep-in-touch-mid");
    var now = FRIDAY_TEN.plus(Duration.ofDays(60));
    var absorbed = List.of(Walk.start(program, "enroll-1", FRIDAY_TEN, FRIDAY_TEN).merged());

    var due = enrolling.due(Profile.EMPTY, Optional.empty(), List.of(), absorbed, now);
    assertThat(due)
        .singleElement()
        .satisfies(e -> {
          assertThat(e.journey()).isEqualTo("keep-in-touch-mid");
          assertThat(e.startedAt()).isEqualTo(FRIDAY_TEN);
          assertThat(e.active()).isTrue();
        });
    assertThat(enrolling.due(Profile.EMPTY, Optional.empty(), due, absorbed, now)).isEmpty();
  }

  @Test
  @Tag("R110")
  void everyChoiceIsToldWhateverTheStepAfterItDoes() {
    var program =
        Blocks.program(
            new Block.When("when", Condition.always(), List.of(), List.of()),
            Blocks.send("send", "strategy", ContentQuery.named(STRATEGY)),
            Blocks.ifReadInThreeDays("await", new Block.HandOff("hand-off")));
    var sent =
        advance(
            program, Walk.start(program, "x", FRIDAY_TEN, FRIDAY_TEN), Profile.EMPTY, FRIDAY_TEN);
    assertThat(ways(sent)).containsExactly("when then");

    var soon = FRIDAY_TEN.plusSeconds(60);
    var reader = Profile.EMPTY.with(Samples.read("r", soon, STRATEGY));
    var read = advance(program, sent.enrollment(), reader, soon);
    assertThat(ways(read)).containsExactly("await then");
    var late = FRIDAY_TEN.plus(Duration.ofDays(3));
    var unread = advance(program, sent.enrollment(), Profile.EMPTY, late);
    assertThat(ways(unread)).containsExactly("await else");
  }

  private static List<String> ways(Advance advance) {
    return advance.ways().stream()
        .map(way -> way.step().id() + (way.isThen() ? " then" : " else"))
        .toList();
  }

  private static Advance advance(
      Program program, Enrollment enrollment, Profile profile, Instant now) {
    return advance(program, enrollment, profile, now, "mil/high");
  }

  private static LeadEvent sent(String content) {
    var mail = new MailSent("s-" + content, "m", "solution", content, "high-value");
    return Samples.event("sent-" + content, FRIDAY_TEN, mail);
  }

  private static Optional<String> choose(Profile profile, ContentQuery query) {
    var portrait = Portrait.of("L1", profile, PLAYBOOK, FRIDAY_TEN);
    return new ContentChoice(portrait, at("mil/high"), _ -> false)
        .choose(query)
        .map(ContentChoice.Chosen::content);
  }

  private static Advance advance(
      Program program, Enrollment enrollment, Profile profile, Instant now, String pool) {
    return Walk.advance(
        program, enrollment, Portrait.of("L1", profile, PLAYBOOK, now), at(pool), List.of());
  }

  private static Program program(String journey) {
    return Program.of(PLAYBOOK.journeys().get(journey));
  }

  private static Placement at(String pool) {
    return new Placement("mil", pool, List.of(), List.of(), null);
  }

  private static String first(String type) {
    return PLAYBOOK.contents().values().stream()
        .filter(c -> c.type().equals(type) && c.pools().isEmpty())
        .findFirst()
        .orElseThrow()
        .id();
  }
}
