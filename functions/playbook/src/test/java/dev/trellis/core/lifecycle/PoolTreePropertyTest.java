package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.condition.Condition;
import dev.trellis.core.condition.Condition.All;
import dev.trellis.core.condition.Condition.Any;
import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.In;
import dev.trellis.core.condition.Condition.Known;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Condition.Not;
import dev.trellis.core.condition.Condition.OlderThan;
import dev.trellis.core.condition.Condition.Within;
import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Pool;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.text.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand random profiles against random pool trees: what the placement of any playbook must
 * hold.
 */
@Execution(CONCURRENT)
class PoolTreePropertyTest {

  private static final int ROUNDS = 2_500;
  private static final Wording NAME = new Wording(new TreeMap<>(Map.of("en", "pool")));

  private Random random;

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7})
  @Tag("R64")
  @Tag("R66")
  @Tag("R67")
  @Tag("R69")
  void everyTreeHasOnePlaceForEveryLeadAndNothingChangesBeforeTheReview(int seed) {
    random = new Random(seed);
    int flips = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var playbook = DefaultPlaybook.in(DefaultPlaybook.with(tree("", 2)), zone());
      var profile = profile(playbook.company().days());
      var at = Samples.T0.plus(Duration.ofHours(random.nextInt(24 * 500)));
      var placement = place(playbook, profile, at);

      assertThat(leaves(playbook, profile, at))
          .as("round %s", round)
          .containsExactly(placement.pool());
      if (placement.reviewAt() != null) {
        assertThat(placement.reviewAt()).isAfter(at);
        var justBefore = place(playbook, profile, placement.reviewAt().minusSeconds(1));
        assertThat(justBefore.pool()).as("round %s", round).isEqualTo(placement.pool());
        assertThat(justBefore.stage()).isEqualTo(placement.stage());
        flips++;
      } else {
        var muchLater = place(playbook, profile, at.plus(Duration.ofDays(4_000)));
        assertThat(muchLater.pool()).as("round %s", round).isEqualTo(placement.pool());
      }
    }
    assertThat(flips).as("conditions that time can flip").isGreaterThan(ROUNDS / 10);
  }

  /** Every leaf whose condition, its parents' and nobody's before it holds: by definition. */
  private static List<String> leaves(Playbook playbook, Profile profile, Instant at) {
    var found = new ArrayList<String>();
    collect(playbook.pools(), Portrait.of("L1", profile, playbook, at), true, found);
    return found;
  }

  private static void collect(
      List<Pool> siblings, Portrait portrait, boolean parents, List<String> found) {
    for (int i = 0; i < siblings.size(); i++) {
      var pool = siblings.get(i);
      var holds =
          parents
              && pool.when().holds(portrait)
              && siblings.subList(0, i).stream().noneMatch(p -> p.when().holds(portrait));
      if (pool.pools().isEmpty() && holds) {
        found.add(pool.path());
      }
      collect(pool.pools(), portrait, holds, found);
    }
  }

  private static Placement place(Playbook playbook, Profile profile, Instant at) {
    return new Lifecycle(playbook).place(Portrait.of("L1", profile, playbook, at));
  }

  private List<Pool> tree(String above, int depth) {
    var siblings = new ArrayList<Pool>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      var path = above + "p" + i;
      var inside =
          depth > 0 && random.nextBoolean() ? tree(path + "/", depth - 1) : List.<Pool>of();
      siblings.add(
          new Pool(
              path, NAME, i == count - 1 ? Condition.always() : condition(2), List.of(), inside));
    }
    return siblings;
  }

  private Condition condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> new Leaf(pick("industry", "need", "company"), new Known(random.nextBoolean()));
      case 1 -> new Leaf("industry", new In(Set.of(pick("manufacturing", "finance", "other"))));
      case 2 -> new Leaf("plan", new Within(Period.ofMonths(1 + random.nextInt(9))));
      case 3 -> new Leaf("lastTouch", new OlderThan(Period.ofDays(1 + random.nextInt(200))));
      case 4 -> new Leaf("activity", new AtLeast(1 + random.nextInt(40)));
      case 5 -> new Not(condition(depth - 1));
      case 6 -> new All(List.of(condition(depth - 1), condition(depth - 1)));
      default -> new Any(List.of(condition(depth - 1), condition(depth - 1)));
    };
  }

  private ZoneId zone() {
    return ZoneId.of(
        pick("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"));
  }

  private Profile profile(Days days) {
    var profile = Profile.of(days);
    for (var event : Samples.history(random, 1 + random.nextInt(6))) {
      // A return by sales has a table of its own.
      if (!(event.happening() instanceof Happening.CrmChanged)) {
        profile = profile.with(event);
      }
    }
    var answers = new TreeMap<String, String>();
    answers.put("industry", pick("", "manufacturing", "finance", "other"));
    answers.put("need", pick("", "lead-scoring"));
    answers.put("plan", pick("", "no-plan", "within-3-months", "within-12-months"));
    answers.values().removeIf(String::isEmpty);
    return profile.with(
        LeadEvent.about(
            "L1",
            "call",
            Samples.T0.plus(Duration.ofHours(random.nextInt(2_000))),
            Channel.CRM,
            new Happening.CallRecorded("sdr", "reached", answers)));
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }
}
