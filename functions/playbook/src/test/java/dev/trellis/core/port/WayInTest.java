package dev.trellis.core.port;

import static dev.trellis.core.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.Samples;
import dev.trellis.core.condition.Days;
import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.CodeScanned;
import dev.trellis.core.event.Happening.CtaFollowed;
import dev.trellis.core.event.Happening.MailDelivered;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.profile.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R10")
class WayInTest {

  private static final LeadEvent DELIVERY = Samples.event("d", T0, new MailDelivered("m1"));

  private static LeadEvent click(Instant at) {
    return Samples.event("c" + at, at, new CtaFollowed("subscribe", "mail", "m1", T0));
  }

  private static Optional<WayIn> counted(Profile before, LeadEvent event) {
    return WayIn.of(event, before.with(event));
  }

  @Test
  void aClickRightAfterDeliveryIsAMachinesAndALaterOneIsCounted() {
    var delivered = Profile.EMPTY.with(DELIVERY);
    assertThat(counted(delivered, click(T0.plusMillis(900)))).isEmpty();
    assertThat(counted(delivered, click(T0.plus(Duration.ofHours(2)))))
        .contains(new WayIn("cta:subscribe", Days.UTC.of(T0.plus(Duration.ofHours(2)))));
  }

  @Test
  void theDayIsTheCompanysAndWhatIsNoWayInIsNotCounted() {
    var shanghai = new Days(ZoneId.of("Asia/Shanghai"));
    var late = click(Instant.parse("2026-11-20T17:00:00Z"));
    assertThat(counted(Profile.of(shanghai), late))
        .contains(new WayIn("cta:subscribe", LocalDate.parse("2026-11-21")));
    assertThat(counted(Profile.EMPTY, DELIVERY)).isEmpty();
    var nameless = LeadEvent.about("L1", "s", T0, Channel.EXPO, new CodeScanned());
    assertThat(counted(Profile.EMPTY, nameless)).isEmpty();
  }
}
