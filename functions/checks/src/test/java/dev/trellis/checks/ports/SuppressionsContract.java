package dev.trellis.checks.ports;

import static dev.trellis.core.port.Suppressions.Reason.BOUNCE;
import static dev.trellis.core.port.Suppressions.Reason.COMPLAINT;
import static dev.trellis.core.port.Suppressions.Reason.UNSUBSCRIBE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.core.identity.Ids;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Reason;
import dev.trellis.core.port.Suppressions.Suppression;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nurture may expect of any {@link Suppressions}. */
abstract class SuppressionsContract {

  private final Suppressions suppressions = ports().suppressions();
  private final String address = Ids.random();

  abstract Ports ports();

  @Test
  void knowsNoAddressThatWasNeverAdded() {
    assertThat(suppressions.find(address)).isEmpty();
    suppressions.liftUnsubscribe(address);
    assertThat(suppressions.find(address)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsASuppressionAsItWasWritten(Reason reason) {
    var suppression = new Suppression(reason, Sample.NOON.plusNanos(1_000_000));
    suppressions.add(address, suppression);
    suppressions.add(address, suppression);
    assertThat(suppressions.find(address)).contains(suppression);
  }

  @Test
  void liftsWhatThePersonAskedFor() {
    suppressions.add(address, new Suppression(UNSUBSCRIBE, Sample.NOON));
    suppressions.liftUnsubscribe(address);
    assertThat(suppressions.find(address)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BOUNCE", "COMPLAINT"})
  void neverLiftsABounceOrAComplaint(Reason reason) {
    var suppression = new Suppression(reason, Sample.NOON);
    suppressions.add(address, suppression);
    suppressions.liftUnsubscribe(address);
    assertThat(suppressions.find(address)).contains(suppression);
  }

  @Test
  void keepsTheStrongestReason() {
    var bounce = new Suppression(BOUNCE, Sample.NOON.plusSeconds(1));
    var complaint = new Suppression(COMPLAINT, Sample.NOON.plusSeconds(2));
    suppressions.add(address, new Suppression(UNSUBSCRIBE, Sample.NOON));
    suppressions.add(address, bounce);
    assertThat(suppressions.find(address)).contains(bounce);
    suppressions.add(address, complaint);
    assertThat(suppressions.find(address)).contains(complaint);
    suppressions.add(address, bounce);
    suppressions.add(address, new Suppression(UNSUBSCRIBE, Sample.NOON.plusSeconds(3)));
    suppressions.add(address, new Suppression(COMPLAINT, Sample.NOON.plusSeconds(4)));
    assertThat(suppressions.find(address)).contains(complaint);
  }

  @ParameterizedTest
  @EnumSource
  void liftsWhatItIsTheReasonOfAndNothingElse(Reason reason) {
    var suppression = new Suppression(reason, Sample.NOON);
    suppressions.add(address, suppression);
    for (var other : Reason.values()) {
      if (other != reason) {
        suppressions.lift(address, other, Instant.MAX);
      }
    }
    assertThat(suppressions.find(address)).contains(suppression);
    suppressions.lift(address, reason, Sample.NOON);
    assertThat(suppressions.find(address)).as("of that instant or later").contains(suppression);
    suppressions.lift(address, reason, Sample.NOON.plusMillis(1));
    assertThat(suppressions.find(address)).isEmpty();
  }
}
