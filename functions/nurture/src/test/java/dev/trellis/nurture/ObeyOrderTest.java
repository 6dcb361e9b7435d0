package dev.trellis.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.message.MailOrder;
import dev.trellis.core.message.MailOrder.Order;
import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.MailLedger.Entry;
import dev.trellis.core.port.MailLedger.State;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObeyOrderTest {

  private final Scene scene = new Scene();
  private final ObeyOrder obey = scene.obeyOrder();
  private final Instant now = scene.clock.instant();

  private void obeys(MailOrder order) {
    obey.obey(MailOrder.find(Json.write(order)).orElseThrow());
  }

  @Test
  void allMailIsKeptBackUntilSomebodySaysOtherwise() {
    obeys(MailOrder.ofAll(Order.PAUSE, now));
    assertThat(scene.line.brake().why()).isEqualTo(Hindrance.STOPPED_BY_HAND);
    obeys(MailOrder.ofAll(Order.RESUME, now.plusSeconds(1)));
    assertThat(scene.line.brake().holds(now)).isFalse();
  }

  @Test
  void whatComesAgainDoesNotUndoWhatWasSaidSince() {
    obeys(MailOrder.ofAll(Order.PAUSE, now.minusSeconds(9)));
    obeys(MailOrder.ofAll(Order.RESUME, now.minusSeconds(8)));
    assertThat(scene.line.brake().holds(now)).as("both came late, one after the other").isFalse();
    obeys(MailOrder.ofAll(Order.PAUSE, now.minusSeconds(9)));
    assertThat(scene.line.brake().holds(now)).as("resumed after it was said").isFalse();
    obeys(MailOrder.ofAll(Order.PAUSE, now.minusSeconds(7)));
    obeys(MailOrder.ofAll(Order.RESUME, now.minusSeconds(8)));
    assertThat(scene.line.brake().holds(now)).as("paused after it was said").isTrue();
  }

  @Test
  void whoResumesDoesNotLiftWhatStoppedMailSince() {
    scene.line.save(
        scene.line.brake().stopped(Hindrance.TOO_MANY_BOUNCES, null, now.minusSeconds(5)));
    obeys(MailOrder.ofAll(Order.RESUME, now.minusSeconds(6)));
    assertThat(scene.line.brake().holds(now)).isTrue();
    obeys(MailOrder.ofAll(Order.RESUME, now.minusSeconds(4)));
    assertThat(scene.line.brake().holds(now)).isFalse();
  }

  @Test
  void whoPausesIsObeyedWhateverElseStoppedMailSince() {
    scene.line.save(scene.line.brake().stopped(Hindrance.DAILY_QUOTA, now.plusSeconds(9), now));
    obeys(MailOrder.ofAll(Order.PAUSE, now.minusSeconds(1)));
    assertThat(scene.line.brake().holds(now.plusSeconds(60))).isTrue();
  }

  @Test
  void aMailOfUnknownFateIsSettledEitherWay() {
    unknown("one");
    unknown("two");
    obeys(MailOrder.ofMail("L1", "one", true, now));
    obeys(MailOrder.ofMail("L1", "two", false, now));
    assertThat(scene.ledger.find("L1", "one").orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(scene.ledger.find("L1", "two").orElseThrow().state()).isEqualTo(State.WAITING);
  }

  private void unknown(String send) {
    scene.ledger.skip(
        new Entry(
            send,
            "L1",
            State.UNKNOWN,
            "me",
            now,
            "j",
            "s",
            "m",
            null,
            null,
            "Slides",
            null,
            "no answer",
            false));
  }

  @ParameterizedTest
  @EnumSource
  void onlyABounceIsReleased(Reason reason) {
    var key = scene.keys.of("li@example.com");
    scene.suppressions.add(key, new Suppression(reason, now.minusSeconds(1)));
    obeys(new MailOrder(Order.RELEASE, null, null, List.of(key), now));
    assertThat(scene.suppressions.find(key).isEmpty()).isEqualTo(reason == Reason.BOUNCE);
  }

  @Test
  void whatBouncedSinceItWasSaidIsNotReleased() {
    var key = scene.keys.of("li@example.com");
    scene.suppressions.add(key, new Suppression(Reason.BOUNCE, now.plusSeconds(1)));
    obeys(new MailOrder(Order.RELEASE, null, null, List.of(key), now));
    assertThat(scene.suppressions.find(key)).isPresent();
  }

  @Test
  void whatSesTellsIsNoOrder() {
    assertThat(MailOrder.find("{\"eventType\":\"Send\",\"order\":\"pause\"}")).isEmpty();
  }
}
