package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.LeadEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileTest {

  @Test
  void all720OrdersOfSixEventsGiveTheSameBytes() {
    for (int seed = 0; seed < 30; seed++) {
      var events = Samples.history(new Random(seed), 6);
      var expected = fold(events).toJson();
      var permutations = new ArrayList<List<LeadEvent>>();
      permute(new ArrayList<>(events), 0, permutations);
      assertThat(permutations).hasSize(720);
      for (var permutation : permutations) {
        assertThat(fold(permutation).toJson()).isEqualTo(expected);
      }
    }
  }

  @Test
  void anySplitIntoPeopleMergedInAnyOrderGivesTheSameBytes() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      var events = new ArrayList<>(Samples.history(random, 1 + random.nextInt(40)));
      var expected = fold(events).toJson();
      Collections.shuffle(events, random);
      var people = new ArrayList<Profile>();
      for (int i = 0; i < 4; i++) {
        people.add(Profile.EMPTY);
      }
      for (var event : events) {
        int who = random.nextInt(people.size());
        people.set(who, people.get(who).with(event));
      }
      while (people.size() > 1) {
        var one = people.remove(random.nextInt(people.size()));
        var other = people.remove(random.nextInt(people.size()));
        people.add(one.join(other));
      }
      assertThat(people.getFirst().toJson()).isEqualTo(expected);
    }
  }

  @Test
  void aStoredProfileIsReadBackAsItWas() {
    var profile = fold(Samples.oneOfEachKind());

    assertThat(Profile.fromJson(profile.toJson())).isEqualTo(profile);
    assertThat(profile.events()).isEqualTo(21);
  }

  @Test
  @Tag("R24")
  void theStrongestAuthorityIsShownAndTheOthersAreKept() {
    var form = Samples.form("e1", Samples.T0.plusSeconds(99), Map.of("industry", "finance"));
    var sales =
        Samples.event(
            "e2",
            Samples.T0,
            new Happening.CallRecorded(
                "sdr", "reached", new TreeMap<>(Map.of("industry", "energy"))));

    var profile = Profile.EMPTY.with(form).with(sales);

    assertThat(profile.value("industry")).hasValue("energy");
    assertThat(profile.facts().get("industry")).containsOnlyKeys(Authority.FORM, Authority.SALES);
  }

  @Test
  void withinOneAuthorityTheLatestWordCounts() {
    var first = Samples.form("e1", Samples.T0, Map.of("need", "tag-system"));
    var second = Samples.form("e2", Samples.T0.plusSeconds(1), Map.of("need", "lead-scoring"));

    assertThat(Profile.EMPTY.with(second).with(first).value("need")).hasValue("lead-scoring");
  }

  @Test
  @Tag("R82")
  void readsAreCountedWithFirstAndLast() {
    var profile =
        Profile.EMPTY
            .with(Samples.read("e1", Samples.T0.plusSeconds(60), "deck"))
            .with(Samples.read("e2", Samples.T0, "deck"));

    assertThat(profile.reads().get("deck"))
        .isEqualTo(
            new Reads(new TreeMap<>(Map.of(1, 2)), Samples.T0, Samples.T0.plusSeconds(60), 60));
  }

  @Test
  void aClickMovesNothing() {
    var before = fold(List.of(Samples.scan("e1", Samples.T0)));
    var after =
        before.with(
            Samples.event("e2", Samples.T0.plusSeconds(5), new Happening.MailClicked("s", "c")));

    assertThat(after.activity()).isEqualTo(before.activity());
    assertThat(after.reads()).isEmpty();
    assertThat(after.last()).isEqualTo(before.last());
  }

  @Test
  void oldActivityDropsOutInWhateverOrderItComes() {
    var old = Samples.scan("e1", Samples.T0);
    var edge = Samples.scan("e2", Samples.T0.plus(Duration.ofDays(1)));
    var now = Samples.scan("e3", Samples.T0.plus(Duration.ofDays(1 + Profile.HORIZON_DAYS)));

    var days = fold(List.of(old, edge, now)).activity().keySet();

    assertThat(days).hasSize(2);
    assertThat(fold(List.of(now, edge, old)).activity().keySet()).isEqualTo(days);
    assertThat(fold(List.of(edge, old, now)).activity().keySet()).isEqualTo(days);
  }

  @Test
  void aHundredEventsFitIntoTwoKilobytes() {
    var profile = Profile.EMPTY;
    for (int i = 0; i < 99; i++) {
      profile =
          profile.with(
              Samples.read("e" + i, Samples.T0.plus(Duration.ofHours(8L * i)), "d" + i % 5));
    }
    profile = profile.with(Samples.form("form", Samples.T0, Map.of("company", "示例公司")));

    assertThat(profile.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
        .isLessThan(3 * 1024);
  }

  private static Profile fold(List<LeadEvent> events) {
    var profile = Profile.EMPTY;
    for (var event : events) {
      profile = profile.with(event);
    }
    return profile;
  }

  private static void permute(List<LeadEvent> events, int from, List<List<LeadEvent>> out) {
    if (from == events.size()) {
      out.add(List.copyOf(events));
      return;
    }
    for (int i = from; i < events.size(); i++) {
      Collections.swap(events, from, i);
      permute(events, from + 1, out);
      Collections.swap(events, from, i);
    }
  }
}
