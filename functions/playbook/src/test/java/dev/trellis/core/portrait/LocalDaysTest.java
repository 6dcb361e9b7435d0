package dev.trellis.core.portrait;

import static dev.trellis.core.DefaultPlaybook.PLAYBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.Samples;
import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.playbook.Release;
import dev.trellis.core.profile.Behaviour;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day is a day where the company lives. */
class LocalDaysTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    // Two reads of one morning, on both sides of midnight in UTC.
    "Asia/Shanghai, 2026-11-20T07:30, 2026-11-20T08:30, 1",
    "Asia/Shanghai, 2026-11-20T23:50, 2026-11-21T00:10, 2",
    "America/Los_Angeles, 2026-11-20T15:30, 2026-11-20T16:30, 1",
    "America/Los_Angeles, 2026-11-20T23:30, 2026-11-21T00:30, 2",
    "UTC, 2026-11-20T00:00, 2026-11-20T23:59, 1",
  })
  @Tag("R87")
  void readsOfOneDayCountAsOneDay(String zone, LocalDateTime one, LocalDateTime other, int days) {
    var town = ZoneId.of(zone);
    var playbook = DefaultPlaybook.in(PLAYBOOK, town);
    var profile =
        Profile.of(playbook.company().days())
            .with(Samples.read("e1", at(one, town), "summit-deck"))
            .with(Samples.read("e2", at(other, town), "summit-deck"));

    assertThat(profile.countedActivity().keySet())
        .hasSize(days)
        .contains(one.toLocalDate(), other.toLocalDate());
    assertThat(Portrait.of("L1", profile, playbook, at(other, town)).activity().contributions())
        .extracting(c -> ((Evidence.Did) c.evidence()).day())
        .contains(one.toLocalDate(), other.toLocalDate());
  }

  @Test
  @Tag("R74")
  void threeMorningsAreThreeDays() {
    var profile = Profile.of(PLAYBOOK.company().days());
    for (int day = 1; day <= 3; day++) {
      var morning = LocalDate.of(2026, 11, 17 + day).atTime(7, 30);
      profile = profile.with(Samples.read("e" + day, at(morning, SHANGHAI), "summit-deck"));
    }
    var now = at(LocalDateTime.parse("2026-11-20T08:00"), SHANGHAI);
    var days =
        PLAYBOOK.scoring().keys().stream()
            .flatMap(key -> key.signs().stream())
            .filter(KeyBehaviour.Does.class::isInstance)
            .map(KeyBehaviour.Does.class::cast)
            .filter(does -> does.behaviours().contains(Behaviour.READ) && does.days() == 3)
            .toList();

    assertThat(days).as("keys of the shipped playbook that ask for three days").isNotEmpty();
    assertThat(new KeyPoints(profile, PLAYBOOK).idsAt(now)).isNotEmpty();
  }

  @Test
  @Tag("R87")
  void aDayLosesNothingUntilItIsOverWhereTheCompanyLives() {
    var profile =
        Profile.of(PLAYBOOK.company().days())
            .with(Samples.read("e1", Instant.parse("2026-11-20T02:00:00Z"), "summit-deck"));
    var midnight = at(LocalDateTime.parse("2026-11-21T00:00"), SHANGHAI);

    assertThat(points(profile, midnight)).isEqualTo(points(profile, midnight.minusSeconds(3_600)));
    assertThat(points(profile, midnight.plusSeconds(36_000))).isLessThan(points(profile, midnight));
  }

  @Test
  @Tag("R65")
  void aReturnIsLiftedOnTheNextMorning() {
    var returned = at(LocalDateTime.parse("2026-11-20T18:00"), SHANGHAI);
    var release = new Release(Set.of(), Set.of(Behaviour.READ));
    var evening = at(LocalDateTime.parse("2026-11-20T23:00"), SHANGHAI);
    var morning = at(LocalDateTime.parse("2026-11-21T07:00"), SHANGHAI);
    var town = Profile.of(PLAYBOOK.company().days());

    assertThat(release.isGiven(town.with(Samples.read("e1", evening, "deck")), returned)).isFalse();
    assertThat(release.isGiven(town.with(Samples.read("e1", morning, "deck")), returned)).isTrue();
  }

  private static long points(Profile profile, Instant at) {
    return Portrait.of("L1", profile, PLAYBOOK, at).activity().points();
  }

  private static Instant at(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toInstant();
  }
}
