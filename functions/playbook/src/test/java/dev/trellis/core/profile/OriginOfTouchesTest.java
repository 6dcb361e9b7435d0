package dev.trellis.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.event.Crowd;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where somebody came from is known of the first touch and of the last, however many there were.
 */
@Tag("R5")
@Tag("R11")
class OriginOfTouchesTest {

  private static final int VISITS = 200;

  @Test
  void theFirstAndTheLastTouchSayHowThePersonCameAndNoVisitorMakesAProfileGrow() {
    var scans = new ArrayList<LeadEvent>();
    for (int i = 0; i < VISITS; i++) {
      scans.add(scan(i));
    }
    Collections.shuffle(scans, new Random(5));
    var profile = Profile.EMPTY;
    for (var scan : scans) {
      profile = profile.with(scan);
    }

    assertThat(profile.first().orElseThrow().origin().arrival())
        .isEqualTo(Map.of("utm_campaign", "c0", "referrer", "h0.example"));
    assertThat(profile.last().orElseThrow().origin().arrival())
        .isEqualTo(Map.of("utm_campaign", "c199", "referrer", "h199.example"));
    var json = Json.write(profile);
    assertThat(json.split("utm_campaign", -1)).as("told of two touches").hasSize(3);
    assertThat(Json.read(Profile.class, json)).isEqualTo(profile);
  }

  @Test
  void aCrowdIsCountedTogetherHoweverItsPeopleCame() {
    for (var crowd : List.of(Crowd.ofNetwork(scan(1)), Crowd.ofForgotten(scan(1)))) {
      assertThat(crowd.origin().arrival()).isEmpty();
    }
    assertThat(Crowd.ofNetwork(scan(1)).id()).isEqualTo(Crowd.ofNetwork(scan(2)).id());
  }

  private static LeadEvent scan(int number) {
    var came = Map.of("utm_campaign", "c" + number, "referrer", "h" + number + ".example");
    return Samples.scan("s" + number, Samples.T0.plusSeconds(number)).from(Origin.NONE.by(came));
  }
}
