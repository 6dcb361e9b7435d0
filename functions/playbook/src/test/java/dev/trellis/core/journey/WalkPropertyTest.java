package dev.trellis.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Condition.Not;
import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Within;
import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.lifecycle.Placement;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.ContentQuery;
import dev.trellis.core.playbook.Pause;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random journeys, people and zones: nobody moves a second before the instant for which they were
 * told to wait, and everybody moves at it.
 */
@Execution(CONCURRENT)
class WalkPropertyTest {

  private static final int ROUNDS = 1_000;

  private static final Placement SOMEWHERE =
      new Placement("mil", "mil/high", List.of(), List.of(), null);

  private static final List<String> ZONES =
      List.of(
          "Asia/Shanghai",
          "America/New_York",
          "Europe/Berlin",
          "Australia/Lord_Howe",
          "Pacific/Kiritimati",
          "UTC");

  private Random random;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  @Tag("R93")
  @Tag("R94")
  void nothingMovesBeforeItsInstantAndEverythingAtIt(int seed) {
    random = new Random(seed);
    int waits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var playbook = DefaultPlaybook.in(DefaultPlaybook.PLAYBOOK, ZoneId.of(pick(ZONES)));
      var profile = profile(playbook.company().days());
      var program = Blocks.program(blocks(2).toArray(Block[]::new));
      var now = Samples.T0.plusSeconds(random.nextInt(365 * 86_400));
      var sent = new ArrayList<Instant>();
      var here =
          advance(program, Walk.start(program, "stay", now, now), profile, playbook, now, sent);
      while (here.active() && here.dueAt() != null) {
        var as = "round %s of seed %s at %s".formatted(round, seed, here.step());
        assertThat(here.dueAt()).as(as).isAfter(now);
        var early =
            now.plusSeconds(random.nextLong(Duration.between(now, here.dueAt()).toSeconds() + 1));
        for (var before : List.of(early, here.dueAt().minusSeconds(1))) {
          if (before.isAfter(now) && before.isBefore(here.dueAt())) {
            assertThat(
                    advance(program, here, profile, playbook, before, new ArrayList<>(sent))
                        .standsLike(here))
                .as(as)
                .isTrue();
          }
        }
        now = here.dueAt();
        var after = advance(program, here, profile, playbook, now, sent);
        assertThat(after.standsLike(here)).as(as).isFalse();
        here = after;
        waits++;
      }
      assertThat(here.active()).as("waits for time alone").isFalse();
    }
    assertThat(waits).isGreaterThan(ROUNDS);
  }

  private static Enrollment advance(
      Program program,
      Enrollment here,
      Profile profile,
      Playbook playbook,
      Instant now,
      List<Instant> sent) {
    var portrait = Portrait.of("L1", profile, playbook, now);
    var advance = Walk.advance(program, here, portrait, SOMEWHERE, sent);
    advance.effects().stream()
        .filter(effect -> effect instanceof Effect.Send)
        .forEach(_ -> sent.add(now));
    return advance.enrollment();
  }

  private List<Block> blocks(int depth) {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> block("s" + i, depth)).toList();
  }

  private Block block(String name, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 4)) {
      case 0, 1 -> new Block.Wait(name, pause(), false);
      case 2 ->
          Blocks.send(name, "strategy", new ContentQuery(null, null, null, null, false, null));
      case 3 -> Blocks.send(name, "probe", ContentQuery.named("summit-deck"));
      case 4 -> new Block.When(name, condition(), blocks(depth - 1), blocks(depth - 1));
      case 5 -> new Block.Await(name, condition(), period(), blocks(depth - 1), blocks(depth - 1));
      case 6 -> new Block.AwaitRead(name, period(), blocks(depth - 1), blocks(depth - 1));
      default ->
          new Block.Each(
              name,
              "topic",
              List.of("lead-scoring", "tag-system"),
              random.nextBoolean(),
              random.nextBoolean(),
              blocks(depth - 1));
    };
  }

  private Pause pause() {
    return switch (random.nextInt(3)) {
      case 0 -> new Pause.For(period());
      case 1 -> new Pause.OfRound(period());
      default ->
          new Pause.Until(
              EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7))),
              LocalTime.of(random.nextInt(24), random.nextInt(60)));
    };
  }

  private Period period() {
    return random.nextBoolean()
        ? Period.ofDays(1 + random.nextInt(20))
        : Period.ofMonths(1 + random.nextInt(2));
  }

  private Condition condition() {
    return switch (random.nextInt(4)) {
      case 0 -> new Leaf("plan", new Within(Period.ofMonths(1 + random.nextInt(9))));
      case 1 -> new Leaf("lastTouch", new OlderThan(Period.ofDays(1 + random.nextInt(400))));
      case 2 -> new Not(new Leaf("plan", new Within(Period.ofMonths(1 + random.nextInt(9)))));
      default -> new Leaf("activity", new AtLeast(1 + random.nextInt(20)));
    };
  }

  private Profile profile(Days days) {
    var answers = new TreeMap<>(Map.of("company", "示例", "industry", "finance"));
    answers.put("plan", pick(List.of("within-3-months", "within-12-months", "no-plan")));
    if (random.nextBoolean()) {
      answers.put("zone", pick(ZONES));
    }
    var form = new FormSubmitted("summit-deck", answers, true, "zh", "r");
    var at = Samples.T0.minus(Duration.ofDays(random.nextInt(90)));
    return Profile.of(days).with(LeadEvent.about("L1", "form", at, Channel.WEB, form));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
