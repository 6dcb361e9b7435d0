package dev.trellis.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.PlacedByHand;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;
import dev.trellis.playbook.PlaybookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a person puts a lead, it stands until that is over; whatever order words arrive in. */
@Tag("R67")
class ByHandTest {

  private static final Playbook PLAYBOOK = PlaybookReader.read(Path.of("../../infra/playbook"));
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(10));
  private static final LeadEvent BORN =
      event(
          "born",
          0,
          new FormSubmitted(
              "summit-deck", new TreeMap<>(Map.of("mobile", "+8613800138000")), true, "zh", "r"));
  private static final LeadEvent PUT =
      event("put", 1, new PlacedByHand("ann", "a fair", null, "mil/high", UNTIL));
  private static final LeadEvent STAGED =
      event("staged", 2, new PlacedByHand("ben wu", null, "mql", null, UNTIL));
  private static final LeadEvent ENDED = event("ended", 3, PlacedByHand.ended("ann", "undone"));

  @Test
  void holdsUntilItIsOverAndIsLookedAtAgainThen() {
    var put = place(NOW, BORN, PUT);

    assertThat(put.stage()).isEqualTo(place(NOW, BORN).stage());
    assertThat(put.pool()).isEqualTo("mil/high").isNotEqualTo(place(NOW, BORN).pool());
    assertThat(put.reviewAt()).isEqualTo(UNTIL);
    assertThat(place(UNTIL.minusMillis(1), BORN, PUT).pool()).isEqualTo("mil/high");
    assertThat(place(UNTIL, BORN, PUT)).isEqualTo(place(UNTIL, BORN));
    assertThat(put.because()).contains(new Reason.ByHand(null, "mil/high", "ann", UNTIL));
    assertThat(new PlacementText(PLAYBOOK, "en").because(put.because()))
        .anyMatch(said -> said.endsWith("by ann until 2026-11-30 10:00"));
    assertThat(new PlacementText(PLAYBOOK, "zh").because(put.because()))
        .anyMatch(said -> said.startsWith("ann 手工移入池「") && said.endsWith("2026-11-30 10:00"));
  }

  @Test
  void aStageByHandDecidesThePoolAsIfItWereReached() {
    var staged = place(NOW, BORN, STAGED);

    assertThat(staged.stage()).isEqualTo("mql");
    assertThat(staged.pool()).isEqualTo("mql");
    assertThat(staged.missingForMql()).isEmpty();
    assertThat(staged.because()).contains(new Reason.ByHand("mql", null, "ben wu", UNTIL));
  }

  @Test
  void theLastWordCountsInWhateverOrderItArrives() {
    assertThat(place(NOW, BORN, PUT, STAGED).stage()).isEqualTo("mql");
    assertThat(place(NOW, STAGED, BORN, PUT)).isEqualTo(place(NOW, BORN, PUT, STAGED));
    assertThat(place(NOW, ENDED, PUT, BORN, STAGED)).isEqualTo(place(NOW, BORN));
  }

  @Test
  void whatThePlaybookDoesNotKnowAnyMoreIsNowhere() {
    var gone = event("gone", 1, new PlacedByHand("ann", null, "gone", "gone/far", UNTIL));

    assertThat(place(NOW, BORN, gone).because()).isEqualTo(place(NOW, BORN).because());
    assertThat(place(NOW, BORN, gone).pool()).isEqualTo(place(NOW, BORN).pool());
  }

  private static Placement place(Instant now, LeadEvent... events) {
    var profile = Profile.of(PLAYBOOK.company().days());
    for (var event : events) {
      profile = profile.with(event);
    }
    var stored = Profile.fromJson(profile.toJson());
    return new Lifecycle(PLAYBOOK).place(Portrait.of("L1", stored, PLAYBOOK, now));
  }

  private static LeadEvent event(String id, int minute, Happening happening) {
    return LeadEvent.about(
        "L1", id, NOW.minusSeconds(600 - 60L * minute), Channel.SYSTEM, happening);
  }
}
