package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Test;

class PortraitTest {

  @Test
  @org.junit.jupiter.api.Tag("R82")
  void aReadPutsTheContentsTagWithItsCountOnTheReader() {
    var once = Profile.EMPTY.with(Samples.read("e1", Samples.T0, "summit-deck"));
    var thrice =
        once.with(Samples.read("e2", Samples.T0.plusSeconds(1), "summit-deck"))
            .with(Samples.read("e3", Samples.T0.plusSeconds(2), "summit-deck"));

    assertThat(tag(once, "need:omni-channel-capture").count()).isEqualTo(1);
    assertThat(tag(thrice, "need:omni-channel-capture").count()).isEqualTo(3);
    assertThat(tag(once, "need:omni-channel-capture").evidence()).containsExactly("summit-deck");
  }

  @Test
  @org.junit.jupiter.api.Tag("R82")
  void sayingANeedMakesTheTagButTriggersNothing() {
    var said =
        Profile.EMPTY.with(Samples.form("e1", Samples.T0, Map.of("need", "omni-channel-capture")));
    var both = said.with(Samples.read("e2", Samples.T0.plusSeconds(1), "summit-deck"));

    assertThat(tag(said, "need:omni-channel-capture"))
        .isEqualTo(
            new Tag(
                "need:omni-channel-capture",
                0,
                Samples.T0,
                Samples.T0,
                List.of("e1"),
                Tag.Status.CONFIRMED,
                null));
    assertThat(tag(both, "need:omni-channel-capture").count()).isEqualTo(1);
  }

  @Test
  @org.junit.jupiter.api.Tag("R88")
  void contributionsSumExactlyToTheScoreAndActivityNeverRisesByItself() {
    var random = new Random(3);
    for (int round = 0; round < 500; round++) {
      var profile = Profile.EMPTY;
      for (var event : Samples.history(random, 1 + random.nextInt(40))) {
        profile = profile.with(event);
      }
      // Later than any visit is in doubt: such a visit counts once nobody can doubt it any more.
      var at = Samples.T0.plus(Duration.ofHours(3 + random.nextInt(2_000)));
      var portrait = draw(profile, at);
      for (var score : portrait.scores()) {
        assertThat(score.contributions().stream().mapToLong(Contribution::points).sum())
            .isEqualTo(score.points());
      }
      var later = draw(profile, at.plus(Duration.ofHours(random.nextInt(500))));
      assertThat(later.activity().points()).isLessThanOrEqualTo(portrait.activity().points());
    }
  }

  @Test
  @org.junit.jupiter.api.Tag("R87")
  void aLongerDwellCountsMoreUpToTheCapOfTheDay() {
    var glance = Profile.EMPTY.with(visit("e1", 5));
    var study = Profile.EMPTY.with(visit("e1", 180));
    var asleep = Profile.EMPTY.with(visit("e1", 80_000));
    var cap =
        PLAYBOOK.scoring().activity().get(dev.trellis.core.profile.Behaviour.VISIT).capPerDay();

    assertThat(points(study)).isGreaterThan(points(glance));
    assertThat(points(asleep)).isEqualTo(cap * 1000L);
  }

  @Test
  @org.junit.jupiter.api.Tag("R87")
  void afterAHalfLifeActivityCountsHalf() {
    var profile = Profile.EMPTY.with(Samples.scan("e1", Samples.T0));
    var endOfDay = Instant.parse("2026-11-21T00:00:00Z");

    var full = draw(profile, endOfDay).activity().points();
    assertThat(full).isPositive();
    assertThat(draw(profile, endOfDay.plus(PLAYBOOK.scoring().halfLife())).activity().points())
        .isEqualTo(full / 2);
  }

  private static dev.trellis.core.event.LeadEvent visit(String id, long seconds) {
    return Samples.event(id, Samples.T0, new Happening.PageVisited("/p", seconds, null));
  }

  private static long points(Profile profile) {
    return draw(profile, Samples.T0).activity().points();
  }

  private static Tag tag(Profile profile, String id) {
    return draw(profile, Samples.T0).tags().stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Portrait draw(Profile profile, Instant at) {
    return Portrait.of("L1", profile, PLAYBOOK, at);
  }
}
