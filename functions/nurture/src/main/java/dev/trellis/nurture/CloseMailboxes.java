package dev.trellis.nurture;

import module java.base;

import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.identity.SuppressionKeys;
import dev.trellis.core.message.JourneySignal;
import dev.trellis.core.message.JourneySignal.Reason;
import dev.trellis.core.port.EnrollmentStore;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.Suppressions;
import dev.trellis.core.port.Suppressions.Suppression;

/**
 * Closes every mailbox of whoever told one of us that they want no more mail, as the button behind
 * a link closes one; unless they said otherwise since.
 */
public final class CloseMailboxes {

  private final EnrollmentStore store;
  private final Suppressions suppressions;
  private final Supplier<SuppressionKeys> keys;
  private final InstantSource clock;

  /**
   * @param keys are asked for when there is something to close, which is seldom
   */
  public CloseMailboxes(
      EnrollmentStore store,
      Suppressions suppressions,
      Supplier<SuppressionKeys> keys,
      InstantSource clock) {
    this.store = store;
    this.suppressions = suppressions;
    this.keys = keys;
    this.clock = clock;
  }

  /** Does what the signal asks for, if it asks for this. */
  public void hear(JourneySignal signal) {
    if (signal.reason() == Reason.UNSUBSCRIBED) {
      store
          .load(signal.lead())
          .map(EnrollmentStore.Snapshot::lead)
          .filter(lead -> Gate.isUnsubscribed(lead.profile()))
          .ifPresent(this::close);
    }
  }

  private void close(LeadRecord lead) {
    var wish = new Suppression(Suppressions.Reason.UNSUBSCRIBE, clock.instant());
    lead.profile()
        .identities(IdentityType.EMAIL)
        .forEach(address -> suppressions.add(keys.get().of(address), wish));
  }
}
