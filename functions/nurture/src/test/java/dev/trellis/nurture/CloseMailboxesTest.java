package dev.trellis.nurture;

import static dev.trellis.nurture.Scene.ADDRESS;
import static dev.trellis.nurture.Scene.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.event.Happening.PreferencesChosen;
import dev.trellis.core.event.Happening.Unsubscribed;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.port.Suppressions;
import dev.trellis.memory.InMemoryEnrollmentStore;
import org.junit.jupiter.api.Test;

class CloseMailboxesTest {

  private final Scene scene = new Scene();
  private final CloseMailboxes close =
      new CloseMailboxes(
          new InMemoryEnrollmentStore(scene.tables),
          scene.suppressions,
          () -> scene.keys,
          scene.clock);

  @Test
  void whoToldOneOfUsGetsNoMoreMailAtAnyAddress() {
    scene.submits();
    scene.happens(LEAD, Unsubscribed.toldTo("sam"));
    close.hear(signal(Reason.DID));
    assertThat(suppression()).isEmpty();

    close.hear(signal(Reason.UNSUBSCRIBED));
    assertThat(suppression())
        .hasValueSatisfying(s -> assertThat(s.reason()).isEqualTo(Suppressions.Reason.UNSUBSCRIBE));
  }

  @Test
  void whoCameBackSinceIsNotShutOutByALateSignal() {
    scene.submits();
    scene.happens(LEAD, Unsubscribed.toldTo("sam"));
    scene.clock.forward(Duration.ofMinutes(1));
    scene.happens(LEAD, PreferencesChosen.again(Scene.SEND));

    close.hear(signal(Reason.UNSUBSCRIBED));
    assertThat(suppression()).isEmpty();
  }

  private Optional<Suppressions.Suppression> suppression() {
    return scene.suppressions.find(scene.keys.of(ADDRESS));
  }

  private JourneySignal signal(Reason reason) {
    return new JourneySignal(LEAD, reason, scene.clock.instant());
  }
}
