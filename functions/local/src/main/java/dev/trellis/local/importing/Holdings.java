package dev.trellis.local.importing;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.LeadStore.Name;
import dev.trellis.core.port.PlacementStore.Snapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The leads that are there already, to look at. */
interface Holdings {

  /** Shows each lead once; those that were merged into others or erased may be among them. */
  void each(Consumer<Snapshot> visitor);

  /** What is known of these identities. */
  Map<Identity, Name> names(Set<Identity> identities);

  Optional<Snapshot> load(String lead);

  /** True if the lead's own log holds the event. */
  boolean holds(String lead, String event);

  /** All leads, counted one after the other. */
  default Census census(Playbook playbook, Instant now) {
    var sum = new Census[] {Census.EMPTY};
    each(s -> sum[0] = sum[0].plus(Census.of(s.lead(), s.position(), playbook, now)));
    return sum[0];
  }

  /** No leads at all. */
  Holdings NONE =
      new Holdings() {
        @Override
        public void each(Consumer<Snapshot> visitor) {}

        @Override
        public Map<Identity, Name> names(Set<Identity> identities) {
          return Map.of();
        }

        @Override
        public Optional<Snapshot> load(String lead) {
          return Optional.empty();
        }

        @Override
        public boolean holds(String lead, String event) {
          return false;
        }
      };
}
