package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import org.junit.jupiter.api.Test;

/** Activity is short when it is stored, and what was stored in words is read as it was meant. */
class ActivityTextTest {

  @Test
  void whatIsWrittenIsReadBack() {
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      var activity = new TreeMap<LocalDate, SortedMap<Behaviour, Tally>>();
      for (int days = 1 + random.nextInt(20); days > 0; days--) {
        var tallies = new TreeMap<Behaviour, Tally>();
        for (var behaviour : Behaviour.values()) {
          if (random.nextInt(4) == 0) {
            tallies.put(
                behaviour,
                new Tally(1 + random.nextInt(40), random.nextInt(2) * random.nextLong(9_000)));
          }
        }
        tallies.put(Behaviour.SCAN, new Tally(1, 0));
        activity.put(LocalDate.ofEpochDay(random.nextInt(-100, 30_000)), tallies);
      }
      assertThat(ActivityText.read(ActivityText.write(activity))).isEqualTo(activity);
    }
  }

  @Test
  void everyBehaviourHasALetterOfItsOwn() {
    assertThat(Arrays.stream(Behaviour.values()).map(Behaviour::letter)).doesNotHaveDuplicates();
  }

  @Test
  void whatWasStoredInWordsIsReadAsItWasMeant() {
    var profile =
        Profile.fromJson(
            """
            {"activity":{"20514":"scan 1 0 read 2 90","20520":"visit 1 7"},"events":4}\
            """);
    assertThat(profile.activity())
        .isEqualTo(
            Map.of(
                LocalDate.ofEpochDay(20514),
                Map.of(Behaviour.SCAN, new Tally(1, 0), Behaviour.READ, new Tally(2, 90)),
                LocalDate.ofEpochDay(20520),
                Map.of(Behaviour.VISIT, new Tally(1, 7))));
    assertThat(profile.toJson()).contains("\"activity\":\"ftuSR2.2i,6V.7\"");
    assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
  }
}
