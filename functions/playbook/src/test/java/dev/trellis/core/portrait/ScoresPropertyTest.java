package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.condition.Condition.AtLeast;
import dev.trellis.core.condition.Condition.Leaf;
import dev.trellis.core.condition.Value;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.ScorePart;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScoresPropertyTest {

  private static final int PROFILES = 3_000;

  /** A random person at a random instant. */
  private record Case(List<LeadEvent> log, Profile profile, Portrait portrait) {}

  private static Case random(Random random, int longest) {
    var log = Lives.of(random, 1 + random.nextInt(longest));
    var profile = Lives.fold(log);
    return new Case(log, profile, draw(profile, instant(random)));
  }

  private static Instant instant(Random random) {
    return Lives.END.plus(Duration.ofSeconds(random.nextInt(90 * 24 * 3600)));
  }

  private static Portrait draw(Profile profile, Instant at) {
    return Portrait.of("L1", profile, PLAYBOOK, at);
  }

  @Test
  @Tag("R88")
  void contributionsSumExactlyToEveryScoreAndPartsToTheTotal() {
    var random = new Random(88);
    for (int i = 0; i < PROFILES; i++) {
      var portrait = random(random, 16).portrait();
      for (var score : portrait.scores()) {
        long sum =
            score.contributions().stream().mapToLong(c -> c.base() - c.cap() - c.decay()).sum();
        assertThat(sum).isEqualTo(score.points());
      }
      assertThat(portrait.total().points()).isEqualTo(parts(portrait));
    }
  }

  /** The total once more, from the scores that it is made of. */
  private static long parts(Portrait portrait) {
    long sum = 0;
    for (var share : PLAYBOOK.scoring().total().entrySet()) {
      long part =
          contributions(portrait, share.getKey()).stream().mapToLong(Contribution::points).sum()
              * share.getValue().percent()
              / 100;
      sum += Math.min(part, share.getValue().cap() * 1000L);
    }
    return sum;
  }

  private static List<Contribution> contributions(Portrait portrait, ScorePart part) {
    return switch (part) {
      case FIT -> portrait.fit().contributions();
      case ROLE -> portrait.buyingRole().contributions();
      case ACTIVITY -> portrait.activity().contributions();
      case KEYS -> portrait.keys().contributions();
      case INTEREST ->
          portrait.interest().values().stream().flatMap(s -> s.contributions().stream()).toList();
    };
  }

  @Test
  @Tag("R87")
  void noScoreRisesByItself() {
    var random = new Random(87);
    for (int i = 0; i < PROFILES / 5; i++) {
      var now = random(random, 16);
      var later =
          draw(now.profile(), now.portrait().now().plusSeconds(random.nextInt(200 * 24 * 3600)));
      var before = points(now.portrait());
      var risen = points(later);
      risen.entrySet().removeIf(e -> e.getValue() <= before.get(e.getKey()));
      assertThat(risen).isEmpty();
      assertThat(later.heat().level()).isLessThanOrEqualTo(now.portrait().heat().level());
      assertThat(words(now.portrait(), "key")).containsAll(words(later, "key"));
    }
  }

  private static Map<String, Long> points(Portrait portrait) {
    var points = new HashMap<String, Long>();
    portrait.scores().forEach(s -> points.put(s.name(), s.points()));
    return points;
  }

  private static Set<String> words(Portrait portrait, String field) {
    return portrait.value(field) instanceof Value.Words words ? words.words() : Set.of();
  }

  @Test
  @Tag("R69")
  void aReviewFindsTheSecondAtWhichAScoreSinksBelowANumber() {
    var random = new Random(69);
    int crossings = 0;
    for (int i = 0; i < 1_000; i++) {
      var drawn = random(random, 16);
      for (var field : List.of("fit", "activity", "total")) {
        var condition = new Leaf(field, new AtLeast(1 + random.nextInt(60)));
        var holds = condition.holds(drawn.portrait());
        var flip = condition.mayFlipAt(drawn.portrait());
        if (flip.isPresent()) {
          crossings++;
          assertThat(holds).isTrue();
          assertThat(condition.holds(draw(drawn.profile(), flip.get()))).isFalse();
          var second = flip.get().minusSeconds(1);
          assertThat(condition.holds(draw(drawn.profile(), second))).isTrue();
        } else {
          var never = drawn.portrait().now().plus(Duration.ofDays(5_000));
          assertThat(condition.holds(draw(drawn.profile(), never))).isEqualTo(holds);
        }
      }
    }
    assertThat(crossings).isGreaterThan(200);
  }

  @Test
  @Tag("R69")
  void aReviewFindsTheSecondAtWhichHeatOrAKeyBehaviourIsLost() {
    var random = new Random(70);
    int losses = 0;
    for (int i = 0; i < 1_000; i++) {
      var drawn = random(random, 16);
      for (var field : List.of("heat", "key")) {
        if (drawn.portrait().value(field) instanceof Value.Words value) {
          var words = value.words();
          var until = value.until();
          var end = until.orElse(drawn.portrait().now().plus(Duration.ofDays(5_000)));
          assertThat(words(draw(drawn.profile(), end.minusSeconds(1)), field)).isEqualTo(words);
          assertThat(words(draw(drawn.profile(), end), field).equals(words))
              .isEqualTo(until.isEmpty());
          losses += until.isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(losses).isGreaterThan(200);
  }

  @Test
  @Tag("R88")
  void everyPointIsTraceableToAnEvent() {
    var random = new Random(90);
    for (int i = 0; i < PROFILES / 10; i++) {
      var drawn = random(random, 16);
      for (var explanation : Explanation.of(drawn.portrait(), drawn.log())) {
        for (var reason : explanation.reasons()) {
          assertThat(reason.events()).as(reason.toString()).isNotEmpty();
          switch (reason.contribution().evidence()) {
            case Evidence.Did did -> assertThat(reason.events()).hasSize(did.count());
            case Evidence.Read read -> assertThat(reason.events()).hasSize(read.count());
            case Evidence.Meets _, Evidence.Series _, Evidence.Member _ -> {}
          }
        }
      }
    }
  }

  @Test
  @Tag("R88")
  void aDifferenceIsTheSumOfItsRows() {
    var random = new Random(91);
    for (int i = 0; i < PROFILES / 5; i++) {
      var before = random(random, 16);
      var after = random.nextBoolean() ? random(random, 16).profile() : before.profile();
      var diff = ScoreDiff.between(before.portrait().total(), draw(after, instant(random)).total());
      assertThat(diff.rows().stream().mapToLong(ScoreDiff.Row::change).sum())
          .isEqualTo(diff.after() - diff.before());
    }
  }
}
