package dev.trellis.scoring;

import static dev.trellis.scoring.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.message.ProfileUpdated;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnounceTest {

  private final List<List<ProfileUpdated>> pools = new ArrayList<>();
  private final List<List<JourneySignal>> journeys = new ArrayList<>();
  private final Announce announce = new Announce(pools::add, journeys::add, _ -> {});

  @Test
  void aBatchTakesOneCallPerQueueAndOneMessagePerQuestion() {
    announce.announce(
        List.of(
            consequences("a", 1, Reason.SUBMITTED),
            consequences("a", 2, Reason.READ),
            consequences("a", 3, Reason.READ),
            consequences("b", 1, Reason.READ)));

    assertThat(pools)
        .containsExactly(
            List.of(
                new ProfileUpdated("a", 3, "event-3", NOON),
                new ProfileUpdated("b", 1, "event-1", NOON)));
    assertThat(journeys)
        .containsExactly(
            List.of(
                new JourneySignal("a", Reason.SUBMITTED, NOON),
                new JourneySignal("a", Reason.READ, NOON),
                new JourneySignal("b", Reason.READ, NOON)));
  }

  private static Consequences consequences(String lead, long version, Reason reason) {
    return new Consequences(
        Result.APPENDED,
        null,
        List.of(new ProfileUpdated(lead, version, "event-" + version, NOON)),
        List.of(new JourneySignal(lead, reason, NOON)),
        List.of(),
        List.of());
  }
}
