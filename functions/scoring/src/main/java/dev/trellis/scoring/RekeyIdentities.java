package dev.trellis.scoring;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityKeys;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.port.LeadRecord;
import dev.trellis.core.port.LeadStore;
import dev.trellis.core.port.sweep.Sweep;
import dev.trellis.core.port.sweep.Sweeps;
import dev.trellis.core.port.sweep.Sweeps.Progress;

/**
 * Brings every identity under the newest key, since its own hash does not tell whose it was: leads
 * do, in their profiles and logs. Who stops it loses nothing, and starts it again where it was.
 * Whatever comes meanwhile is found under either key. Names of erased people are nowhere any more,
 * so what remembers their erasure stays under the key it was written with.
 */
public final class RekeyIdentities {

  private static final String OWNER = "identities";

  private final LeadStore leads;
  private final Sweeps sweeps;
  private final IdentityKeys keys;
  private final Duration pause;

  /**
   * @param keys the newest of which names this undertaking
   * @param pause after each lead, for whoever uses the tables as well
   */
  public RekeyIdentities(LeadStore leads, Sweeps sweeps, IdentityKeys keys, Duration pause) {
    this.leads = leads;
    this.sweeps = sweeps;
    this.keys = keys;
    this.pause = pause;
  }

  /**
   * Goes on until all is done or the time is over.
   *
   * @return how far it is; empty if all was done before
   */
  public Optional<Progress> run(BooleanSupplier hasTime) {
    var newest = keys.of(new Identity(IdentityType.COOKIE, OWNER)); // by now: who runs it is old
    var sweep =
        new Sweep<String>(OWNER, newest, sweeps, all -> all.forEach(this::rekey), lead -> lead);
    var last = sweep.step();
    for (var next = last; next.isPresent() && hasTime.getAsBoolean(); next = sweep.step()) {
      last = next;
    }
    return last;
  }

  private void rekey(String lead) {
    leads.find(lead).ifPresent(found -> leads.names(names(found)));
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while identities were brought to a new key", e);
    }
  }

  // Whatever it goes by, went by or claimed, as itself and as those it absorbed.
  private Set<Identity> names(LeadRecord lead) {
    var names = new TreeSet<>(lead.profile().identities());
    var logs = new TreeSet<>(lead.absorbed());
    logs.add(lead.lead());
    for (var log : logs) {
      for (var logged : leads.log(log)) {
        names.addAll(logged.event().identities());
        names.addAll(logged.event().standing().claims().keySet());
      }
    }
    return names;
  }
}
